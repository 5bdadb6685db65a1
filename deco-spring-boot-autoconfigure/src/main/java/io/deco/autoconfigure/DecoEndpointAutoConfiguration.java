package io.deco.autoconfigure;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@code /actuator/deco}.
 */
@AutoConfiguration(after = DecoAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(ConcurrentBindings.class)
@ConditionalOnAvailableEndpoint(DecoEndpoint.class)
public final class DecoEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DecoEndpoint decoEndpoint(DecoProperties properties, ConcurrentPools pools, ConcurrentBindings bindings,
			WeavingPostProcessor weaving) {
		return new DecoEndpoint(properties.mode(), pools, bindings, weaving);
	}

}
