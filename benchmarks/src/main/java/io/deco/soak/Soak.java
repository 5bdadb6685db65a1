package io.deco.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.deco.runtime.WovenCalls;

/**
 * Serves requests of all kinds from many threads, with failing tasks, time limits and
 * interrupts, and compares each with its sequential twin. Now and then everything pauses,
 * so that what is left over can be seen.
 * <p>
 * {@code java -cp benchmarks.jar io.deco.soak.Soak [minutes]} ends with 1 if anything was
 * wrong.
 */
public final class Soak implements AutoCloseable {

	private static final List<Kind> KINDS = List.of(Kind.values());

	private static final int REQUEST_THREADS = 8;

	private static final int PAUSES = 10;

	private static final long HEAP_TOLERANCE = 8 << 20;

	private static final int THREAD_TOLERANCE = 4;

	private final List<Subject> subjects = new ArrayList<>();

	private final Interrupter interrupter = new Interrupter();

	private final Tally tally = new Tally();

	private final Violations violations = new Violations();

	private final ReadWriteLock pause = new ReentrantReadWriteLock(true);

	private final AtomicLong requests = new AtomicLong();

	private final List<Footprint> footprints = new ArrayList<>();

	private volatile boolean over;

	Soak() throws IOException, ReflectiveOperationException {
		Ledgers twinLedgers = new Ledgers();
		Shapes twin = Twin.of(new Steps(twinLedgers, false));
		for (String grain : List.of("adaptive", "always")) {
			this.subjects.add(new Subject(SoakApplication.start(grain), twin, twinLedgers));
		}
	}

	/**
	 * Runs it.
	 * @param arguments for how many minutes: 10 by default
	 */
	public static void main(String[] arguments) throws Exception {
		Duration duration = Duration.ofMinutes((arguments.length > 0) ? Long.parseLong(arguments[0]) : 10);
		try (Soak soak = new Soak()) {
			soak.run(duration);
			soak.expectNoGrowth();
			System.out.println(soak.summary());
			System.exit((soak.violations.count() == 0) ? 0 : 1);
		}
	}

	void run(Duration duration) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < REQUEST_THREADS; i++) {
			Thread thread = new Thread(this::serveUntilOver, "request-" + i);
			thread.start();
			threads.add(thread);
		}
		for (int i = 0; i < PAUSES; i++) {
			TimeUnit.NANOSECONDS.sleep(duration.dividedBy(PAUSES).toNanos());
			look();
		}
		this.over = true;
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private void serveUntilOver() {
		while (!this.over) {
			this.pause.readLock().lock();
			try {
				long request = this.requests.getAndIncrement();
				Kind kind = KINDS.get((int) (request % KINDS.size()));
				Subject subject = this.subjects.get((int) (request / KINDS.size() % this.subjects.size()));
				subject.serve(kind, request, this.interrupter, this.tally, this.violations);
			}
			catch (RuntimeException | Error ex) {
				this.violations.add("A request could not be served: " + ex);
			}
			finally {
				this.pause.readLock().unlock();
			}
		}
	}

	/**
	 * Waits for all requests to end, and looks at what they left.
	 */
	private void look() {
		this.pause.writeLock().lock();
		try {
			for (Subject subject : this.subjects) {
				this.violations.unless(subject.activeScopes() == 0, () -> "Scopes are open that nobody uses");
				this.violations.unless(subject.late() == 0, () -> "Tasks started after the end of their request");
			}
			this.violations.unless(!WovenCalls.areWritesPending(),
					() -> "Writes are pending in scopes that nobody uses");
			Footprint footprint = Footprint.take();
			this.footprints.add(footprint);
			this.violations.unless(!footprint.holdsThreadLocalsOfDeco(), () -> "Threads keep thread-locals of deco");
			this.violations.unless(footprint.pooled() <= greatestPools(),
					() -> "There are too many threads: " + footprint);
		}
		finally {
			this.pause.writeLock().unlock();
		}
	}

	private int greatestPools() {
		return this.subjects.size()
				* (SoakApplication.THREADS + SoakApplication.OTHER_THREADS + SoakApplication.VIRTUAL_THREADS);
	}

	/**
	 * Compares the second half of a long run with the first, whose beginning does not
	 * count: classes are loaded and pools filled then.
	 */
	void expectNoGrowth() {
		int half = this.footprints.size() / 2;
		Footprint first = this.footprints.get(1);
		Footprint last = this.footprints.get(this.footprints.size() - 1);
		long before = this.footprints.subList(1, half).stream().mapToLong(Footprint::heap).min().orElse(0);
		long after = this.footprints.subList(half, this.footprints.size())
			.stream()
			.mapToLong(Footprint::heap)
			.min()
			.orElse(0);
		this.violations.unless(after <= before + HEAP_TOLERANCE,
				() -> "The heap has grown from %d to %d bytes".formatted(before, after));
		this.violations.unless(last.threads() <= first.threads() + THREAD_TOLERANCE,
				() -> "There are ever more threads");
		if (first.threadLocals() != null && last.threadLocals() != null) {
			this.violations.unless(
					last.threadLocals().size() <= first.threadLocals().size() + THREAD_TOLERANCE * REQUEST_THREADS,
					() -> "There are ever more thread-locals");
		}
	}

	String summary() {
		StringBuilder text = new StringBuilder(this.tally.table());
		text.append("%n%,d requests, %d processors, Java %s%n%n".formatted(this.tally.requests(),
				Runtime.getRuntime().availableProcessors(), Runtime.version()));
		for (Footprint footprint : this.footprints) {
			text.append(footprint).append(System.lineSeparator());
		}
		text.append("%n%d violations%n".formatted(this.violations.count()));
		for (String violation : this.violations.first()) {
			text.append(violation).append(System.lineSeparator());
		}
		return text.toString();
	}

	Violations violations() {
		return this.violations;
	}

	Tally tally() {
		return this.tally;
	}

	@Override
	public void close() {
		this.interrupter.close();
		this.subjects.forEach(Subject::close);
	}

}
