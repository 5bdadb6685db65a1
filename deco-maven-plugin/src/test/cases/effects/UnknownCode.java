package cases.effects;

import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(9)
public class UnknownCode extends Case {

	Service service = service(new Service());

	static int shared;

	@Override
	@Synchronized
	public Object run() throws InterruptedException {
		Runnable lambda = () -> effect("lambda");
		Supplier<String> reference = this::loud;
		Shape shape = new Circle();
		service.call(1);
		lambda.run();
		service.call(2);
		String a = reference.get();
		service.call(3);
		double area = shape.area();
		service.call(4);
		Thread thread = new Thread(() -> effect("thread " + shared));
		thread.start();
		thread.join();
		service.call(5);
		shared++;
		service.call(6);
		int b = helper(3);
		service.call(7);
		shape.area();
		service.call(8);
		return a + area + b;
	}

	private int helper(int depth) {
		return (depth == 0) ? deep() : helper(depth - 1);
	}

	private int deep() {
		effect("deep");
		return shared;
	}

	private String loud() {
		effect("loud");
		return "loud";
	}

	interface Shape {

		default double area() {
			return 0;
		}

	}

	static class Circle implements Shape {

		@Override
		public double area() {
			effect("area");
			return 1;
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
