package io.deco.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ledgers of the requests that are being served.
 */
final class Ledgers {

	private final Map<Long, Ledger> open = new ConcurrentHashMap<>();

	private final AtomicLong late = new AtomicLong();

	Ledger open(long request) {
		Ledger ledger = new Ledger();
		this.open.put(request, ledger);
		return ledger;
	}

	void close(long request) {
		this.open.remove(request);
	}

	/**
	 * Finds the ledger of a task. A task that has none outlived its request.
	 */
	Ledger of(long request) {
		Ledger ledger = this.open.get(request);
		if (ledger == null) {
			this.late.incrementAndGet();
			throw new IllegalStateException("A task of request " + request + " starts after its end");
		}
		return ledger;
	}

	long late() {
		return this.late.get();
	}

}
