package cases.streams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A filter whose calls are made ahead keeps its elements sorted and distinct, which nothing then looks at again. */
public class SortedAndDistinct extends Case {

	Service service = service(new Service());

	/** Never equal in order, so that a set keeps them all. */
	record Job(int priority) implements Comparable<Job> {

		@Override
		public int compareTo(Job other) {
			return (this.priority < other.priority) ? -1 : 1;
		}

	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		Set<Job> jobs = new TreeSet<>(List.of(new Job(1), new Job(1)));
		results.add(jobs.stream()
			.filter(service::isOpen) // sequential
			.distinct()
			.count());
		Set<Job> others = new HashSet<>(List.of(new Job(1), new Job(2)));
		results.add(others.stream()
			.filter(service::isOpen) // sequential
			.distinct()
			.count());
		Set<Integer> numbers = new TreeSet<>(List.of(3, 1, 2));
		results.add(numbers.stream()
			.filter((i) -> service.isSmall(i)) // forks
			.sorted()
			.toList());
		results.add(List.of(3, 1, 2)
			.stream()
			.sorted(Comparator.comparingInt((Integer i) -> -i))
			.filter((i) -> service.isSmall(i)) // forks
			.sorted()
			.toList());
		results.add(IntStream.range(0, 4)
			.boxed()
			.filter((i) -> service.isSmall(i)) // forks
			.map((i) -> -i)
			.sorted()
			.distinct()
			.toList());
		return results;
	}

	static class Service {

		@Concurrent
		boolean isOpen(Job job) {
			return true;
		}

		@Concurrent
		boolean isSmall(int i) {
			return i < 3;
		}

	}

}
