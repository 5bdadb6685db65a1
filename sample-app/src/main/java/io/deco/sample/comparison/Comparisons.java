package io.deco.sample.comparison;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;

/**
 * Compares all jobs, one comparison at a time, and remembers the last.
 */
@Service
public class Comparisons {

	private static final Logger logger = LoggerFactory.getLogger(Comparisons.class);

	private final Jobs jobs;

	private final SampleProperties properties;

	private final TaskExecutor applicationTaskExecutor;

	private volatile Progress progress = Progress.NONE;

	Comparisons(Jobs jobs, SampleProperties properties, TaskExecutor applicationTaskExecutor) {
		this.jobs = jobs;
		this.properties = properties;
		this.applicationTaskExecutor = applicationTaskExecutor;
	}

	public Progress progress() {
		return this.progress;
	}

	public int warmUps() {
		return this.properties.warmUps();
	}

	public int rounds() {
		return this.properties.rounds();
	}

	/**
	 * Compares all jobs and says on the console what came out, unless a comparison is
	 * being made already.
	 */
	public void run() {
		if (begin()) {
			compare();
		}
	}

	/**
	 * Does the same without waiting for the end.
	 */
	public void start() {
		if (begin()) {
			this.applicationTaskExecutor.execute(this::compare);
		}
	}

	private synchronized boolean begin() {
		if (this.progress.running()) {
			return false;
		}
		this.progress = Progress.STARTED;
		return true;
	}

	private void compare() {
		try {
			for (Job<?> job : this.jobs.all()) {
				Comparison comparison = Rounds.run(job, warmUps(), rounds());
				this.progress = this.progress.with(comparison);
			}
			this.progress = this.progress.done();
			log(this.progress);
		}
		catch (Exception ex) {
			logger.error("The comparison failed", ex);
			this.progress = this.progress.failed(ex);
		}
	}

	private void log(Progress done) {
		String table = ConsoleTable.of(done.comparisons(), warmUps(), rounds());
		if (done.different()) {
			logger.error("RESULTS DIFFER: a woven method returned something else than its sequential twin\n{}", table);
		}
		else {
			logger.info("Both jobs were run, with deco and without\n{}", table);
		}
	}

}
