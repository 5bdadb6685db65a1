package cases.effects;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Looks like a call of the JDK, is one of the case. */
@Inputs(12)
public class CollectionsOfTheCase extends Case {

	Service service = service(new Service());

	List<String> list = new LoudList();

	@Override
	@Synchronized
	public Object run() {
		List<String> view = Collections.unmodifiableList(list);
		Iterator<String> iterator = list.iterator();
		CharSequence text = new LoudText();
		Iterable<String> iterable = () -> {
			effect("iterator");
			return List.of("x").iterator();
		};
		String log = "";
		service.call(1);
		log += list.size();
		service.call(2);
		log += list.get(0);
		service.call(3);
		log += view.get(0);
		service.call(4);
		log += iterator.hasNext();
		service.call(5);
		log += iterator.next();
		service.call(6);
		log += text.length();
		service.call(7);
		for (String s : iterable) {
			log += s;
		}
		service.call(8);
		for (String s : view) {
			log += s;
		}
		service.call(9);
		log += list.subList(0, 1).get(0);
		service.call(10);
		log += Collections.synchronizedList(list).size();
		service.call(11);
		return log;
	}

	static class LoudList extends java.util.AbstractList<String> {

		@Override
		public String get(int i) {
			effect("get " + i);
			return "element" + i;
		}

		@Override
		public int size() {
			effect("size");
			return 2;
		}

	}

	static class LoudText implements CharSequence {

		@Override
		public int length() {
			effect("length");
			return 3;
		}

		@Override
		public char charAt(int i) {
			return 'x';
		}

		@Override
		public CharSequence subSequence(int from, int to) {
			return this;
		}

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
