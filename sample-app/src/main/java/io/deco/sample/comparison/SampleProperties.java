package io.deco.sample.comparison;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the two jobs are compared.
 *
 * @param runAtStart whether they are compared once the web server is up
 * @param warmUps how many rounds are run first and not measured
 * @param rounds how many rounds are measured
 * @param customer whose dashboard is shown
 * @param modules the modules that the census counts, all if empty
 */
@ConfigurationProperties("sample")
record SampleProperties(@DefaultValue("true") boolean runAtStart, @DefaultValue("1") int warmUps,
		@DefaultValue("3") int rounds, @DefaultValue("1") long customer, @DefaultValue List<String> modules) {

}
