package io.deco.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;

import io.deco.Concurrent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of where the annotation is found, and under which descriptors.
 */
class ConcurrentMethodsTests {

	@Test
	void findsNothingInOrdinaryClasses() {
		assertThat(ConcurrentMethods.of(String.class).isEmpty()).isTrue();
	}

	@Test
	void prefersTheMethodOfTheImplementation() {
		assertThat(pool(Implementation.class, "both")).isEqualTo("implementation method");
	}

	@Test
	void prefersTheMethodOfTheInterfaceToTheTypes() {
		assertThat(pool(Implementation.class, "declared")).isEqualTo("interface method");
	}

	@Test
	void prefersTheImplementationsTypeToTheInterfaces() {
		assertThat(pool(Implementation.class, "neither")).isEqualTo("implementation type");
	}

	@Test
	void takesTheInterfacesTypeLast() {
		assertThat(pool(Plain.class, "neither")).isEqualTo("interface type");
		assertThat(pool(Plain.class, "own")).isNull();
	}

	@Test
	void takesPublicMethodsOnlyFromTheType() {
		assertThat(pool(Implementation.class, "hidden")).isNull();
		assertThat(pool(Implementation.class, "toString")).isNull();
	}

	@Test
	void takesAnyMethodThatIsAnnotated() {
		assertThat(pool(Annotated.class, "secret")).isEqualTo("private");
		assertThat(pool(Annotated.class, "common")).isEqualTo("static");
	}

	@Test
	void inheritsFromSuperclasses() {
		assertThat(pool(Sub.class, "neither")).isEqualTo("implementation type");
		assertThat(pool(Sub.class, "both")).isEqualTo("implementation method");
	}

	@Test
	void findsBridgeMethodsAndWhatTheyBridgeTo() {
		Method[] found = Arrays.stream(Texts.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals("find"))
			.toArray(Method[]::new);
		assertThat(found).hasSize(2).allSatisfy((method) -> {
			ConcurrentDeclaration declaration = ConcurrentMethods.of(Texts.class).find(method);
			assertThat(declaration).extracting(ConcurrentDeclaration::method).returns(false, Method::isBridge);
		});
		assertThat(pool(Finder.class, Texts.class, "find")).isEqualTo("generic");
	}

	@Test
	void findsGenericMethodsThroughTheInterfacesTypeToo() {
		Method own = Arrays.stream(TypeLevelTexts.class.getDeclaredMethods())
			.filter((method) -> !method.isBridge())
			.findFirst()
			.orElseThrow();
		assertThat(ConcurrentMethods.of(TypeLevelTexts.class).find(own)).isNotNull();
	}

	@Test
	void countsAMethodOnceHoweverOftenItIsBridged() {
		assertThat(ConcurrentMethods.of(Texts.class).all()).hasSize(1);
	}

	private static @Nullable String pool(Class<?> type, String name) {
		return pool(type, type, name);
	}

	private static @Nullable String pool(Class<?> declaring, Class<?> type, String name) {
		for (Class<?> each = declaring; each != null; each = each.getSuperclass()) {
			for (Method method : each.getDeclaredMethods()) {
				if (method.getName().equals(name)) {
					ConcurrentDeclaration declaration = ConcurrentMethods.of(type).find(method);
					return (declaration != null) ? declaration.pool() : null;
				}
			}
		}
		throw new IllegalArgumentException(name);
	}

	@Concurrent("interface type")
	interface Contract {

		@Concurrent("interface method")
		void both();

		@Concurrent("interface method")
		void declared();

		void neither();

	}

	@Concurrent("implementation type")
	static class Implementation implements Contract {

		@Override
		@Concurrent("implementation method")
		public void both() {
		}

		@Override
		public void declared() {
		}

		@Override
		public void neither() {
		}

		void hidden() {
		}

		@Override
		public String toString() {
			return "";
		}

	}

	static class Sub extends Implementation {

		@Override
		public void both() {
		}

	}

	static class Plain implements Contract {

		@Override
		public void both() {
		}

		@Override
		public void declared() {
		}

		@Override
		public void neither() {
		}

		public void own() {
		}

	}

	@SuppressWarnings("UnusedMethod") // called by nobody here
	static class Annotated {

		@Concurrent("private")
		private void secret() {
		}

		@Concurrent("static")
		static void common() {
		}

	}

	interface Finder<K> {

		@Concurrent("generic")
		Object find(K key);

	}

	static class Texts implements Finder<String> {

		@Override
		public Object find(String key) {
			return key;
		}

	}

	@Concurrent
	interface TypeLevel<K> {

		void take(K key);

	}

	static class TypeLevelTexts implements TypeLevel<String> {

		@Override
		public void take(String key) {
		}

	}

}
