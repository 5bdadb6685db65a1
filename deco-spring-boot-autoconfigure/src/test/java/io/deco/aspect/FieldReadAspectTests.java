package io.deco.aspect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

import io.deco.runtime.ConcurrentBeans;
import io.deco.runtime.ConcurrentMethod;
import io.deco.runtime.ForkSite;
import io.deco.runtime.TaskScope;
import io.deco.runtime.WovenCalls;
import io.deco.runtime.WriteSite;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.weaver.tools.WeavingAdaptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldReadAspect}.
 */
class FieldReadAspectTests {

	private final WovenLoader loader = new WovenLoader();

	private final TaskScope scope = WovenCalls.open(this, "com.example.Carts.price");

	@BeforeEach
	void registerPendingCalls() {
		ConcurrentMethod neverStarted = () -> (task) -> {
		};
		ConcurrentBeans.register(this, (name, descriptor) -> neverStarted);
	}

	@Test
	void getterWaits() throws Throwable {
		Supplier<?> basket = basket("Basket");
		write(basket, "first");
		assertThat(basket.get()).isEqualTo("value");
	}

	@Test
	void lambdaWaits() throws Throwable {
		Supplier<?> basket = basket("Basket");
		write(basket, "first");
		assertThat(supplier(basket, "lambda").get()).isEqualTo("value");
	}

	@Test
	void subclassWaits() throws Throwable {
		Supplier<?> basket = basket("Basket$Special");
		write(basket, "inherited");
		assertThat(basket.get()).isEqualTo("value");
	}

	@Test
	void readOfStaticFieldWaits() throws Throwable {
		Supplier<?> basket = basket("Basket");
		write(null, "shared");
		assertThat(supplier(basket, "ofShared").get()).isEqualTo("value");
	}

	@Test
	void readOfFieldWithoutMarkDoesNotWait() throws Throwable {
		Supplier<?> basket = basket("Basket");
		write(basket, "unmarked");
		assertThat(supplier(basket, "ofUnmarked").get()).isNull();
		WovenCalls.close(this.scope);
		assertThat(supplier(basket, "ofUnmarked").get()).isEqualTo("value");
	}

	@Test
	void readOfAnotherObjectDoesNotWait() throws Throwable {
		Supplier<?> basket = basket("Basket");
		write(basket, "first");
		assertThat(basket("Basket").get()).isNull();
		WovenCalls.close(this.scope);
	}

	@Test
	void aspectHasOneInstance() {
		assertThat(FieldReadAspect.hasAspect()).isTrue();
		assertThat(FieldReadAspect.aspectOf()).isSameAs(FieldReadAspect.aspectOf())
			.satisfies((aspect) -> assertThat(aspect.getClass()).hasAnnotation(Aspect.class));
	}

	private Supplier<?> basket(String name) throws ReflectiveOperationException {
		var constructor = this.loader.loadClass("io.deco.aspect." + name).getDeclaredConstructor();
		constructor.setAccessible(true);
		return (Supplier<?>) constructor.newInstance();
	}

	private static Supplier<?> supplier(Object basket, String name) throws ReflectiveOperationException {
		Method method = basket.getClass().getDeclaredMethod(name);
		method.setAccessible(true);
		return (Supplier<?>) Objects.requireNonNull(method.invoke(basket));
	}

	/**
	 * Writes the result of a call that nobody runs before it is awaited.
	 */
	private void write(@Nullable Object basket, String field) throws Throwable {
		Class<?> type = this.loader.loadClass("io.deco.aspect.Basket");
		MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
		MethodHandle setter = lookup.unreflectSetter(type.getDeclaredField(field));
		WriteSite write = (WriteSite) WovenCalls
			.writeSite(lookup, "site", MethodType.methodType(WriteSite.class), setter, type.getName(), field, "caller",
					"", 0)
			.getTarget()
			.invoke();
		MethodHandle call = MethodHandles.dropArguments(MethodHandles.constant(Object.class, "value"), 0, Object.class,
				Object[].class);
		ForkSite fork = new ForkSite(0, "Quotes", "quote", "()Ljava/lang/Object;", "caller", "", 0, 0, false, false,
				call);
		WovenCalls.write(this.scope, write, basket, WovenCalls.fork(this.scope, fork, this, new Object[0]));
	}

	/**
	 * Weaves the baskets as it loads them.
	 */
	private static final class WovenLoader extends ClassLoader {

		private final WeavingAdaptor weaver;

		WovenLoader() {
			super(FieldReadAspectTests.class.getClassLoader());
			URL aspects = location(FieldReadAspect.class);
			this.weaver = new WeavingAdaptor((name, original, woven) -> {
			}, new URL[] { location(Basket.class), aspects, location(Aspect.class),
					location(org.jspecify.annotations.NullMarked.class), jdk() }, new URL[] { aspects });
		}

		private static URL location(Class<?> type) {
			return type.getProtectionDomain().getCodeSource().getLocation();
		}

		private static URL jdk() {
			try {
				return Path.of(System.getProperty("java.home"), "lib", "jrt-fs.jar").toUri().toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(Basket.class.getName())) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] woven = this.weaver.weaveClass(name, Objects.requireNonNull(file).readAllBytes());
				return defineClass(name, woven, 0, woven.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
