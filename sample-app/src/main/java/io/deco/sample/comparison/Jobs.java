package io.deco.sample.comparison;

import java.io.IOException;
import java.util.List;

import io.deco.sample.census.Census;
import io.deco.sample.census.CensusReport;
import io.deco.sample.census.JdkImage;
import io.deco.sample.census.SequentialCensus;
import io.deco.sample.dashboard.Dashboard;
import io.deco.sample.dashboard.Page;
import io.deco.sample.dashboard.SequentialDashboard;

import org.springframework.stereotype.Component;

/**
 * The jobs that the sample compares.
 */
@Component
class Jobs {

	private final SampleProperties properties;

	private final JdkImage image;

	private final Census census;

	private final SequentialCensus sequentialCensus;

	private final Dashboard dashboard;

	private final SequentialDashboard sequentialDashboard;

	Jobs(SampleProperties properties, JdkImage image, Census census, SequentialCensus sequentialCensus,
			Dashboard dashboard, SequentialDashboard sequentialDashboard) {
		this.properties = properties;
		this.image = image;
		this.census = census;
		this.sequentialCensus = sequentialCensus;
		this.dashboard = dashboard;
		this.sequentialDashboard = sequentialDashboard;
	}

	List<Job<?>> all() throws IOException {
		return List.of(dashboard(), census());
	}

	private Job<CensusReport> census() throws IOException {
		List<String> modules = this.properties.modules().isEmpty() ? this.image.modulesLargestFirst()
				: this.properties.modules();
		return new Job<>("census",
				"Processor: classes, methods, bytes, compressed bytes and SHA-256 of " + modules.size()
						+ " modules of the running JDK.",
				Census.class, () -> this.sequentialCensus.take(modules), () -> this.census.take(modules));
	}

	private Job<Page> dashboard() {
		long customer = this.properties.customer();
		return new Job<>("dashboard", "Waiting: one page from two database queries and six HTTP services.",
				Dashboard.class, () -> this.sequentialDashboard.show(customer), () -> this.dashboard.show(customer));
	}

}
