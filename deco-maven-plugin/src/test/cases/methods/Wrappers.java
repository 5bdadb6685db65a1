package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A wrapper of the same type as the bean sees only values. */
public class Wrappers extends Case {

	Api bean = service(new Bean());

	Api wrapper = new Wrapper(bean);

	@Override
	@Synchronized
	public Object run() {
		String a = bean.get("x");
		String b = wrapper.get(a);
		String c = bean.get(b);
		String d = wrapper.get(wrapper.get(c));
		return d;
	}

	interface Api {

		@Concurrent
		String get(String s);

	}

	static class Bean implements Api {

		@Override
		public String get(String s) {
			return "<" + s + ">";
		}

	}

	static class Wrapper implements Api {

		final Api wrapped;

		Wrapper(Api wrapped) {
			this.wrapped = wrapped;
		}

		@Override
		public String get(String s) {
			effect("wrapper sees " + s);
			String result = wrapped.get(s);
			effect("wrapper returns " + result);
			return result;
		}

	}

}
