package cases.methods;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class EveryKindOfMethod extends Case {

	static Service service = service(new Service());

	@Override
	public Object run() {
		service.failing = input;
		List<Object> log = new ArrayList<>();
		log.add(ofStatic(1));
		log.add(ofPrivate(2));
		log.add(ofFinal(3));
		log.add(new Inherits().ofDefault(4));
		log.add(ofSynchronized(5));
		log.add(ofVarargs(6, 7, 8));
		log.add(Defaults.ofInterfaceStatic(9));
		log.add(ofPackage());
		log.add(ofProtected(10L, 1.5));
		log.add(this.<String>ofGeneric("x"));
		return log;
	}

	@Synchronized
	static int ofStatic(int i) {
		int a = service.same(i);
		return a + 1;
	}

	@Synchronized
	private int ofPrivate(int i) {
		int a = service.same(i);
		return a + 1;
	}

	@Synchronized
	public final int ofFinal(int i) {
		int a = service.same(i);
		return a + 1;
	}

	@Synchronized
	synchronized int ofSynchronized(int i) {
		int a = service.same(i);
		return a + 1;
	}

	@Synchronized
	int ofVarargs(int first, Integer... others) {
		int sum = service.same(first);
		for (int other : others) {
			sum += service.same(other);
		}
		return sum;
	}

	@Synchronized
	String ofPackage() {
		int a = service.same(1);
		int b = service.same(2);
		return "p" + a + b;
	}

	@Synchronized
	protected double ofProtected(long l, double d) {
		int a = service.same((int) l);
		return a * d;
	}

	@Synchronized
	<T extends CharSequence> T ofGeneric(T t) {
		T same = service.same(t);
		service.same(t);
		return same;
	}

	interface Defaults {

		@Synchronized
		default int ofDefault(int i) {
			int a = service.same(i);
			return a + ofInterfacePrivate(a);
		}

		@Synchronized
		private int ofInterfacePrivate(int i) {
			int a = service.same(i);
			return a * 2;
		}

		@Synchronized
		static int ofInterfaceStatic(int i) {
			int a = service.same(i);
			return a + 1;
		}

	}

	static class Inherits implements Defaults {

	}

	static class Service {

		int failing;

		@Concurrent
		int same(int i) {
			if (failing == 1 && i == 10) {
				throw new Failure("ten");
			}
			return i;
		}

		@Concurrent
		<T> T same(T t) {
			return t;
		}

	}

}
