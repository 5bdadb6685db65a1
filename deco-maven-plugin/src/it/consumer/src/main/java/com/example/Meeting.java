package com.example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where calls that overlap meet.
 */
@Component
public class Meeting {

	private final CountDownLatch arrivals = new CountDownLatch(3);

	private final AtomicInteger met = new AtomicInteger();

	private final long patience;

	Meeting(@Value("${meeting.patience}") long patience) {
		this.patience = patience;
	}

	void arrive() {
		this.arrivals.countDown();
		try {
			if (this.arrivals.await(this.patience, TimeUnit.SECONDS)) {
				this.met.incrementAndGet();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int met() {
		return this.met.get();
	}

}
