package cases.streams;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class Primitives extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> items = List.of(3, 1, 2);
		int sum = items.stream().mapToInt(service::number).sum(); // forks
		long wide = items.stream().mapToLong(service::number).sum(); // forks
		double floating = items.stream().mapToDouble(service::number).max().getAsDouble(); // forks
		long[] longs = IntStream.range(0, 4).mapToLong((i) -> service.wide(i)).toArray(); // forks
		List<String> names = LongStream.rangeClosed(1, 3).mapToObj(service::name).toList(); // forks
		double average = DoubleStream.of(1.5, 2.5).map(service::half).average().orElse(0); // forks
		int[] ints = IntStream.of(5, 6).map(service::number).sorted().toArray(); // forks
		int[] fromArray = Arrays.stream(new int[] { 1, 2 }).map((i) -> service.number(i)).toArray(); // forks
		Object[] objects = Arrays.stream(new String[] { "a", "b" }).map(service::text).toArray(); // forks
		String[] strings = Stream.of("x", "y").map(service::text).toArray(String[]::new); // forks
		int boxed = items.stream().mapToInt(service::boxed).sum(); // forks
		double converted = LongStream.of(1, 2).mapToDouble((l) -> service.wide(l)).sum(); // forks
		var statistics = IntStream.range(0, 5).map(service::number).asLongStream().summaryStatistics(); // forks
		List<Character> letters = Stream.of(1, 2).map((i) -> service.letter(i)).toList(); // forks
		List<Short> shorts = Stream.of(1, 2).map(service::small).toList(); // forks
		List<Boolean> flags = Stream.of(1, 2).map(service::odd).toList(); // forks
		return List.of(sum, wide, floating, longs, names, average, ints, fromArray, objects, strings, boxed, converted,
				statistics.toString(), letters, shorts, flags);
	}

	class Service {

		@Concurrent
		int number(int i) {
			if (input == 1 && i == 6) {
				throw new Failure("six");
			}
			return i * 10;
		}

		@Concurrent
		long wide(long l) {
			return l << 40;
		}

		@Concurrent
		double half(double d) {
			return d / 2;
		}

		@Concurrent
		String name(long l) {
			return "n" + l;
		}

		@Concurrent
		String text(String s) {
			return s + s;
		}

		@Concurrent
		Integer boxed(Integer i) {
			return (input == 2 && i == 1) ? null : i;
		}

		@Concurrent
		char letter(int i) {
			return (char) ('a' + i);
		}

		@Concurrent
		short small(int i) {
			return (short) i;
		}

		@Concurrent
		boolean odd(int i) {
			return i % 2 == 1;
		}

	}

}
