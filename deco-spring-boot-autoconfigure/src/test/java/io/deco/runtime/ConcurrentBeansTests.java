package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConcurrentBeans}.
 */
class ConcurrentBeansTests {

	private final ConcurrentBean bean = (name, descriptor) -> null;

	@Test
	void findsByIdentity() {
		List<String> registered = new ArrayList<>();
		ConcurrentBeans.register(registered, this.bean);
		assertThat(ConcurrentBeans.find(registered)).isSameAs(this.bean);
		assertThat(ConcurrentBeans.find(new ArrayList<>())).isNull();
	}

	@Test
	void findsObjectWhoseHashCodeChanges() {
		List<String> registered = new ArrayList<>();
		ConcurrentBeans.register(registered, this.bean);
		registered.add("changed");
		assertThat(ConcurrentBeans.find(registered)).isSameAs(this.bean);
	}

	@Test
	void forgetsWhatWasSaidBefore() {
		Object registered = new Object();
		ConcurrentBean other = (name, descriptor) -> null;
		ConcurrentBeans.register(registered, this.bean);
		ConcurrentBeans.register(registered, other);
		assertThat(ConcurrentBeans.find(registered)).isSameAs(other);
	}

	@Test
	void doesNotKeepObjectsAlive() {
		int before = ConcurrentBeans.size();
		for (int i = 0; i < 10_000; i++) {
			ConcurrentBeans.register(new Object(), this.bean);
		}
		Awaitility.await().untilAsserted(() -> {
			System.gc();
			assertThat(ConcurrentBeans.size()).isLessThanOrEqualTo(before);
		});
	}

}
