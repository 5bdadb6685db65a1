package cases.methods;

import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class InnerAndLocalClasses extends Case {

	private final Service service = service(new Service());

	private String name = "old";

	@Override
	public Object run() {
		class Local {

			@Synchronized
			String run(int i) {
				String a = service.text(i);
				name = service.text(i + 1);
				return a + name;
			}

		}
		Supplier<String> anonymous = new Supplier<>() {
			private String kept;

			@Override
			@Synchronized
			public String get() {
				kept = service.text(5);
				name = kept;
				return kept + name;
			}
		};
		return new Inner().run() + new Local().run(3) + anonymous.get() + name;
	}

	class Inner {

		private String mine;

		@Synchronized
		String run() {
			mine = service.text(1);
			name = service.text(2);
			String outer = InnerAndLocalClasses.this.name;
			return mine + outer;
		}

	}

	static class Service {

		@Concurrent
		String text(int i) {
			return "text" + i;
		}

	}

}
