package cases.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Collections that loop over themselves as their supertypes do: only the method itself may make such a call. */
public class LoopsOfSuper extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		Bag bag = new Bag(service);
		bag.forEach(null);
		Numbers numbers = new Numbers(service);
		Named named = new Named(service);
		named.forEach(null);
		return List.of(numbers.describe(), service.sum.sum());
	}

	static class Numbers extends ArrayList<Integer> {

		private static final long serialVersionUID = 1L;

		final transient Service service;

		Numbers(Service service) {
			this.service = service;
			add(1);
			add(2);
		}

		@Synchronized
		String describe() {
			String text = service.text(3) + service.text(4); // forks
			super.forEach(service::note); // sequential; waits all
			super.forEach((i) -> service.note(i)); // sequential
			return text + super.stream().map(service::text).toList(); // forks
		}

	}

	static class Named extends HashMap<String, Integer> {

		private static final long serialVersionUID = 1L;

		final transient Service service;

		Named(Service service) {
			this.service = service;
			put("a", 10);
			put("b", 20);
		}

		@Override
		@Synchronized
		public void forEach(BiConsumer<? super String, ? super Integer> action) {
			super.forEach(service::noteEntry); // sequential
		}

	}

	static class Bag implements Iterable<Integer> {

		final Service service;

		Bag(Service service) {
			this.service = service;
		}

		@Override
		public Iterator<Integer> iterator() {
			return List.of(100, 200).iterator();
		}

		@Override
		@Synchronized
		public void forEach(Consumer<? super Integer> action) {
			Iterable.super.forEach(service::note); // sequential
		}

	}

	static class Service {

		final LongAdder sum = new LongAdder();

		@Concurrent
		String text(int i) {
			return "t" + i;
		}

		@Concurrent
		void note(int i) {
			sum.add(i);
		}

		@Concurrent
		void noteEntry(String name, int i) {
			sum.add(name.length() * i);
		}

	}

}
