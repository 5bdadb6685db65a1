package cases.fields;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadThroughMethodReference extends Case {

	Service service = service(new Service());

	private String name = "old";

	private int size;

	@Override
	@Synchronized
	public Object run() {
		Supplier<String> read = this::name;
		Function<ReadThroughMethodReference, Integer> readSize = (c) -> c.size;
		name = service.name(1);
		String first = read.get();
		name = service.name(2);
		size = service.name(3).length();
		int second = readSize.apply(this);
		size = service.size();
		return first + second + Stream.of(this).map(ReadThroughMethodReference::name).toList() + readSize.apply(this);
	}

	private String name() {
		return name;
	}

	static class Service {

		@Concurrent
		String name(int i) {
			return "name" + i;
		}

		@Concurrent
		int size() {
			return 12;
		}

	}

}
