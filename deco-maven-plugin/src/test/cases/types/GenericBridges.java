package cases.types;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class GenericBridges extends Case {

	Numbers numbers = service(new Numbers());

	Repository<Integer, Long> repository = numbers;

	@Override
	@Synchronized
	public Object run() {
		Integer a = repository.find(1L);
		Integer b = numbers.find(2L);
		int c = repository.find(3L);
		Object d = repository.find(4L);
		List<Integer> e = repository.all(repository.find(2L));
		int f = first(repository, 5L);
		return a + b + c + "," + d + e + f;
	}

	private <E, I> E first(Repository<E, I> any, I id) {
		return any.find(id);
	}

	interface Repository<E, I> {

		@Concurrent
		E find(I id);

		@Concurrent
		List<E> all(E upTo);

	}

	static class Numbers implements Repository<Integer, Long> {

		@Override
		public Integer find(Long id) {
			return id.intValue() * 10;
		}

		@Override
		public List<Integer> all(Integer upTo) {
			return List.of(1, upTo);
		}

	}

}
