package cases.types;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class GenericMethods extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		return generic("x", List.of(1, 2)) + generic(4, List.of('c'));
	}

	@Synchronized
	private <T extends Comparable<T>, U> String generic(T t, List<U> list) {
		T same = service.same(t);
		U head = service.head(list);
		int i = service.same(5);
		String s = service.same("s");
		T[] array = service.array(t, same);
		return same.compareTo(t) + "," + head + i + s + array.length;
	}

	static class Service {

		@Concurrent
		<T> T same(T t) {
			return t;
		}

		@Concurrent
		<T> T head(List<T> list) {
			return list.get(0);
		}

		@SafeVarargs
		@Concurrent
		final <T> T[] array(T... all) {
			return all;
		}

	}

}
