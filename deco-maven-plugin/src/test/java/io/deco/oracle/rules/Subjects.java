package io.deco.oracle.rules;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Logger;

import io.deco.Concurrent;
import io.deco.SideEffectFree;
import io.deco.oracle.api.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What the programs of the rules call. Loaded anew for each run.
 */
public final class Subjects {

	/** Written by programs. */
	public static int number;

	/** What an observer has seen, in order. */
	public static final List<String> SEEN = new ArrayList<>();

	/** Written through a handle. */
	public static int handled;

	private Subjects() {
	}

	/**
	 * Has an effect.
	 */
	public static int effect(int argument) {
		SEEN.add("effect " + argument);
		return argument;
	}

	/**
	 * Has none.
	 */
	public static int twice(int argument) {
		return 2 * argument;
	}

	/**
	 * Is promised to have none.
	 */
	@SideEffectFree
	public static int promised(int argument) {
		return SEEN.size() + argument;
	}

	/**
	 * Is promised to have none, by an annotation of another package.
	 */
	@Pure
	public static int pure(int argument) {
		return SEEN.size() + argument;
	}

	/**
	 * Fails a concurrent call.
	 */
	public static void failIf(boolean failing) {
		if (failing) {
			throw new Failure("asked to");
		}
	}

	/**
	 * Modifies an argument.
	 */
	@SuppressWarnings("unchecked") // the containers of this class take anything
	public static void modify(@Nullable Object target) {
		if (target instanceof int[] array) {
			array[1] += 10;
		}
		else if (target instanceof List<?> list) {
			((List<Object>) list).set(0, "modified");
		}
		else if (target instanceof Map<?, ?> map) {
			((Map<Object, Object>) map).put("text", "modified");
		}
		else if (target instanceof StringBuilder text) {
			text.append("modified");
		}
		else if (target instanceof Point point) {
			point.x = 77;
			point.held[0] = 78;
		}
	}

	/**
	 * Computes a dynamic constant.
	 */
	public static Object constant(MethodHandles.Lookup lookup, String name, Class<?> type) {
		SEEN.add("constant");
		return name;
	}

	/**
	 * Links a dynamic call.
	 */
	public static CallSite link(MethodHandles.Lookup lookup, String name, MethodType type)
			throws ReflectiveOperationException {
		return new ConstantCallSite(MethodHandles.lookup().findStatic(Subjects.class, "effect", type));
	}

	/**
	 * Makes a value of a type.
	 */
	public static Object value(String descriptor) throws ReflectiveOperationException {
		List<Object> list = new ArrayList<>(List.of("first", "second", "third"));
		return switch (descriptor) {
			case "I" -> 1;
			case "J" -> 2L;
			case "F" -> 3f;
			case "D" -> 4d;
			case "[I" -> new int[] { 1, 2, 3 };
			case "[J" -> new long[] { 1, 2, 3 };
			case "[F" -> new float[] { 1, 2, 3 };
			case "[D" -> new double[] { 1, 2, 3 };
			case "[B" -> new byte[] { 1, 2, 3 };
			case "[C" -> new char[] { 1, 2, 3 };
			case "[S" -> new short[] { 1, 2, 3 };
			case "[Ljava/util/List;" -> new List<?>[] { list, new ArrayList<>(), null };
			case "[Ljava/lang/Object;" -> new Object[] { 1, list };
			case "Ljava/lang/String;" -> "text";
			case "Ljava/lang/Integer;" -> 5;
			case "Ljava/lang/Object;", "Ljava/util/List;" -> list;
			case "Ljava/util/Map;" -> new HashMap<Object, Object>(Map.of("text", "value"));
			case "Ljava/util/Iterator;" -> list.iterator();
			case "Ljava/util/Comparator;" -> Comparator.comparing(String::valueOf);
			case "Ljava/util/function/Supplier;" -> (Supplier<Object>) () -> effect(9);
			case "Ljava/lang/RuntimeException;" -> new IllegalStateException("thrown");
			case "Ljava/lang/StringBuilder;" -> built();
			case "Ljava/math/BigDecimal;" -> new BigDecimal("1.5");
			case "Ljava/io/PrintStream;" -> new PrintStream(new Observed(), true, StandardCharsets.UTF_8);
			case "Ljava/util/concurrent/locks/Lock;" -> new ReentrantLock();
			case "Ljava/util/logging/Logger;" -> Logger.getLogger("io.deco.rules");
			case "Ljava/lang/invoke/MethodHandle;" -> handle();
			case "Ljava/lang/invoke/VarHandle;" ->
				MethodHandles.lookup().findStaticVarHandle(Subjects.class, "handled", int.class);
			case "Ljava/lang/reflect/Method;" -> Subjects.class.getMethod("effect", int.class);
			case "Ljava/lang/Class;" -> String.class;
			default -> own(descriptor.substring(descriptor.indexOf('$') + 1, descriptor.length() - 1));
		};
	}

	private static StringBuilder built() {
		StringBuilder built = new StringBuilder();
		built.append("built");
		return built;
	}

	private static MethodHandle handle() throws ReflectiveOperationException {
		return MethodHandles.lookup().findStatic(Subjects.class, "effect", MethodType.methodType(int.class, int.class));
	}

	private static Object own(String name) {
		return switch (name) {
			case "Point" -> new Point(5);
			case "Pair" -> new Pair(new ArrayList<>(List.of("held")));
			case "Name" -> new Name("name", 3);
			case "Colour" -> Colour.GREEN;
			case "Shape" -> (Shape) Subjects::effect;
			case "Square" -> new Square();
			case "Sized" -> new Square();
			case "Bean" -> new Bean();
			default -> throw new IllegalArgumentException(name);
		};
	}

	/**
	 * Shows what is printed.
	 */
	private static final class Observed extends OutputStream {

		@Override
		public void write(int letter) {
			SEEN.add("printed " + letter);
		}

	}

	/**
	 * A promise, of another package than deco's.
	 */
	@Retention(RetentionPolicy.CLASS)
	@Target(ElementType.METHOD)
	public @interface Pure {

	}

	/**
	 * The superclass of the programs.
	 */
	public static class Parent {

		/** Has no effect. */
		public int plain(int argument) {
			return argument + 1;
		}

		/** Has an effect. */
		public int loud(int argument) {
			return effect(argument);
		}

	}

	/**
	 * An ordinary class.
	 */
	public static class Point {

		/** Written by programs. */
		public int x;

		/** Only reached through the point. */
		public final int[] held = { 4 };

		public Point(int x) {
			this.x = x;
		}

		/** Reads its receiver. */
		public int x() {
			return this.x;
		}

		/** Reads what its receiver refers to. */
		public int deep() {
			return this.held[0];
		}

		/** Changes its receiver. */
		public void x(int x) {
			this.x = x;
		}

		/** Has an effect. */
		public int loud(int argument) {
			return effect(argument);
		}

	}

	/**
	 * A class whose constructor has an effect.
	 */
	public static class LoudPoint {

		/** What the constructor was given. */
		public final int x;

		public LoudPoint(int x) {
			this.x = effect(x);
		}

	}

	/**
	 * A class whose initialiser has an effect.
	 */
	public static class Loud {

		/** Read by programs. */
		public static final List<String> INITIALISED = new ArrayList<>(List.of("initialised"));

		/** Read by programs. */
		public static int number = effect(1);

		/** Has no effect itself. */
		public static int twice(int argument) {
			return 2 * argument;
		}

	}

	/**
	 * A class whose initialiser has an effect, and which is made.
	 */
	public static class LoudObject {

		static {
			effect(2);
		}

	}

	/**
	 * An interface that anything may implement.
	 */
	public interface Shape {

		/** May have an effect. */
		int area(int scale);

	}

	/**
	 * An interface with one implementation.
	 */
	public sealed interface Sized permits Square {

		/** Has no effect. */
		int size();

	}

	/**
	 * That implementation.
	 */
	public static final class Square implements Sized {

		@Override
		public int size() {
			return 9;
		}

	}

	/**
	 * A record that may hold anything.
	 */
	public record Pair(Object first) {

	}

	/**
	 * A record that never changes.
	 */
	public record Name(String text, int number) {

	}

	/**
	 * An enum.
	 */
	public enum Colour {

		/** A constant. */
		RED,

		/** Another. */
		GREEN

	}

	/**
	 * A bean with concurrent methods.
	 */
	public static class Bean {

		/** Returns a value. */
		@Concurrent
		public int work(Object argument) {
			return argument.hashCode() & 1;
		}

		/**
		 * Modifies its argument, but leaves it as it was: it may run although a call
		 * before it fails.
		 */
		@Concurrent
		@SuppressWarnings("unchecked") // the argument is a list of anything
		public void fill(Object argument) {
			((List<Object>) argument).add("added");
			((List<Object>) argument).remove("added");
		}

	}

}
