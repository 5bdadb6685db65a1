package io.deco.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Beans have {@code @Synchronized} methods that the build has not woven.
 */
@SuppressWarnings("serial") // never serialized
class UnwovenException extends RuntimeException {

	private static final String CURE = """
			Add deco's plugin to the build of the module that declares them, and build with Maven:

			    <plugin>
			        <groupId>io.deco</groupId>
			        <artifactId>deco-maven-plugin</artifactId>
			        <version>%s</version>
			        <executions>
			            <execution><goals><goal>weave</goal></goals></execution>
			        </executions>
			    </plugin>

			If it is there, target/deco/report.txt says why a class was left as it was. \
			deco.weaving.verify=none switches this check off.""";

	UnwovenException(Map<String, List<SynchronizedMethod>> methods) {
		super("These beans have @Synchronized methods in classes that were not woven. "
				+ "They run correctly, but sequentially:" + list(methods));
	}

	private static String list(Map<String, List<SynchronizedMethod>> methods) {
		StringBuilder list = new StringBuilder();
		methods.forEach((bean, missing) -> list.append("%n    - bean '%s': ".formatted(bean))
			.append(missing.stream()
				.map((method) -> method.type() + "." + method.method())
				.distinct()
				.collect(Collectors.joining(", "))));
		return list.toString();
	}

	String cure() {
		String version = UnwovenException.class.getPackage().getImplementationVersion();
		return CURE.formatted((version != null) ? version : "${deco.version}");
	}

}
