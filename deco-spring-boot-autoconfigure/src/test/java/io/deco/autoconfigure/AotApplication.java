package io.deco.autoconfigure;

import java.util.concurrent.Executor;

import io.deco.Concurrent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application to be processed ahead of time. Prints what came of it.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ AopAutoConfiguration.class, TaskExecutionAutoConfiguration.class,
		DecoAutoConfiguration.class, DecoEndpointAutoConfiguration.class, DecoMetricsAutoConfiguration.class,
		MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		SimpleMetricsExportAutoConfiguration.class })
public class AotApplication {

	@Bean
	Remote remote() {
		return new Remote();
	}

	@Bean
	Quotes quotes() {
		return new Quotes();
	}

	@SuppressWarnings("SystemOut") // how another process sees it
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(AotApplication.class);
		try (ConfigurableApplicationContext context = application.run(args)) {
			System.out.println("forked in " + WovenCaller.call(context.getBean(Remote.class), Remote.class, "call"));
			System.out.println("submitted to " + context.getBean(Quotes.class).later().join());
			System.out.println("described as " + context.getBean(DecoEndpoint.class).deco().pools().keySet());
			System.out.println(
					"default is " + context.getBean(Executor.class).equals(context.getBean("applicationTaskExecutor")));
		}
	}

	static class Remote {

		@Concurrent("http")
		public String call() {
			return Thread.currentThread().getName();
		}

	}

}
