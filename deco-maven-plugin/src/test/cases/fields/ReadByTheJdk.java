package cases.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Methods of the JDK call methods of the case that read the field. */
public class ReadByTheJdk extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Object> log = new ArrayList<>();
		Box a = new Box(1);
		Box b = new Box(1);
		List<Box> boxes = new ArrayList<>(List.of(a, b));
		a.value = service.same(7);
		log.add(boxes.toString());
		a.value = service.same(8);
		log.add(String.valueOf(a));
		a.value = service.same(9);
		log.add("concat " + a);
		b.value = service.same(3);
		Collections.sort(boxes);
		log.add(boxes.get(0) == b);
		a.value = service.same(3);
		log.add(boxes.indexOf(new Box(3)));
		log.add(a.equals(b));
		b.value = service.same(4);
		log.add(new HashSet<>(boxes).contains(new Box(4)));
		b.value = service.same(5);
		log.add(String.format("%s %s", a, b));
		a.value = service.same(6);
		log.add(boxes.stream().mapToInt(Box::getValue).sum());
		b.value = service.same(1);
		log.add(Objects.hash(a, b));
		b.value = service.same(2);
		log.add(new StringBuilder().append(b).toString());
		a.value = service.same(0);
		boxes.sort(Comparator.comparing((box) -> box.value));
		log.add(boxes.get(0) == a);
		return log;
	}

	static class Box implements Comparable<Box> {

		int value;

		Box(int value) {
			this.value = value;
		}

		int getValue() {
			return value;
		}

		@Override
		public int compareTo(Box other) {
			return Integer.compare(value, other.value);
		}

		@Override
		public boolean equals(Object o) {
			return o instanceof Box box && box.value == value;
		}

		@Override
		public int hashCode() {
			return value;
		}

		@Override
		public String toString() {
			return "Box " + value;
		}

	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
