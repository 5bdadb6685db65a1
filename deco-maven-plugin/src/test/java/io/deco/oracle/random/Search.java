package io.deco.oracle.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.deco.oracle.Form;

/**
 * Tries random programs one batch after the other, each in three steps on threads of
 * their own.
 */
final class Search implements AutoCloseable {

	/** Programs in one compilation. */
	static final int BATCH = 300;

	private static final Pattern FILE = Pattern.compile("\\S*P\\d+\\.java");

	private final Grammar grammar = new Grammar();

	/** Batches that are compiled or woven while another is tried. */
	private static final int AHEAD = 3;

	/**
	 * One batch in so many is also verified by the weaver, which takes a third of its
	 * time.
	 */
	private static final int VERIFIED = 4;

	private final ExecutorService compiler = Executors.newSingleThreadExecutor();

	private final ExecutorService weaver = Executors.newSingleThreadExecutor();

	private final Coverage coverage;

	private final Runnable progress;

	private int tried;

	private int broken;

	/**
	 * Creates a search.
	 * @param coverage counts what is tried
	 * @param progress is run after each batch
	 */
	Search(Coverage coverage, Runnable progress) {
		this.coverage = coverage;
		this.progress = progress;
	}

	Grammar grammar() {
		return this.grammar;
	}

	int tried() {
		return this.tried;
	}

	/**
	 * How many programs did not compile.
	 */
	int broken() {
		return this.broken;
	}

	/**
	 * Tries the programs of a range of seeds.
	 * @param divergences is given those that diverge
	 */
	void run(long firstSeed, int count, Consumer<Divergence> divergences) {
		long end = firstSeed + count;
		Deque<CompletableFuture<Batch>> ahead = new ArrayDeque<>();
		long seed = firstSeed;
		while (seed < end || !ahead.isEmpty()) {
			while (seed < end && ahead.size() < AHEAD) {
				// the form of a program does not depend on where the range starts
				long next = Math.min(end, seed + untilEndOfBatch(seed));
				ahead.add(start(seed, next));
				seed = next;
			}
			finish(ahead.remove().join(), divergences);
		}
	}

	private CompletableFuture<Batch> start(long from, long to) {
		return CompletableFuture.supplyAsync(() -> {
			List<RandomProgram> programs = new ArrayList<>();
			for (long seed = from; seed < to; seed++) {
				programs.add(ProgramWriter.write(this.grammar, seed));
			}
			return new Batch(form(from), Math.floorMod(Math.floorDiv(from, BATCH), VERIFIED) == 0, programs).compile();
		}, this.compiler).thenApplyAsync(Batch::weave, this.weaver);
	}

	private void finish(Batch batch, Consumer<Divergence> divergences) {
		Bench bench = new Bench(form(batch.programs().get(0).seed()), this.coverage);
		bench.divergences(batch).forEach(divergences);
		this.tried += bench.tried();
		this.broken += batch.programs().size() - bench.tried();
		bench.errors()
			.forEach((error) -> this.coverage.count("does not compile", FILE.matcher(error).replaceAll("P.java")));
		this.progress.run();
	}

	@Override
	public void close() {
		this.compiler.shutdownNow();
		this.weaver.shutdownNow();
	}

	private static int untilEndOfBatch(long seed) {
		return BATCH - (int) Math.floorMod(seed, (long) BATCH);
	}

	/**
	 * The compiler of Eclipse takes a sixth of the time of the JDK's, so it has more to
	 * do.
	 */
	static Form form(long seed) {
		return switch ((int) Math.floorMod(Math.floorDiv(seed, BATCH), 5L)) {
			case 0 -> Form.JAVAC;
			case 2 -> Form.STRIPPED;
			default -> Form.ECJ;
		};
	}

}
