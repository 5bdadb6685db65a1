package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(8)
public class TryWithResources extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		try {
			return work();
		}
		catch (Failure ex) {
			for (Throwable suppressed : ex.getSuppressed()) {
				if (suppressed instanceof Failure && suppressed.getMessage().startsWith("close")) {
					effect("suppressed " + suppressed.getMessage());
				}
			}
			throw ex;
		}
	}

	@Synchronized
	private String work() {
		String before = service.call(4);
		try (Resource one = new Resource("one"); Resource two = open("two")) {
			String a = service.call(1);
			one.use();
			String b = service.call(2);
			return a + b + before;
		}
		catch (IllegalStateException ex) {
			return "caught";
		}
		finally {
			effect("finally");
		}
	}

	private Resource open(String name) {
		return new Resource(name + service.call(8));
	}

	class Resource implements AutoCloseable {

		final String name;

		Resource(String name) {
			this.name = name;
			effect("open " + name);
		}

		void use() {
			effect("use " + name);
		}

		@Override
		public void close() {
			effect("close " + name);
			if (input == 3 || input == 6) {
				throw new Failure("close " + name);
			}
		}

	}

	class Service {

		@Concurrent
		String call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return "call " + bit;
		}

	}

}
