package io.deco.benchmarks;

import io.deco.Synchronized;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.stereotype.Service;

/**
 * What costs nanoseconds: calls that do nothing, and reads of fields.
 */
@Service
public class Hot {

	private final Work work;

	private final Plain advised;

	Hot(Work work) {
		this.work = work;
		ProxyFactory factory = new ProxyFactory(new Plain());
		factory.setProxyTargetClass(true);
		factory.addAdvice((MethodInterceptor) (invocation) -> invocation.proceed());
		this.advised = (Plain) factory.getProxy();
	}

	@Synchronized
	long decoCalls(int calls) {
		long sum = 0;
		for (int i = 0; i < calls; i++) {
			sum += this.work.nothing(i);
		}
		return sum;
	}

	long advisedCalls(int calls) {
		long sum = 0;
		for (int i = 0; i < calls; i++) {
			sum += this.advised.nothing(i);
		}
		return sum;
	}

	/**
	 * Makes the field one whose reads wait.
	 */
	@Synchronized
	void fill(Reading[] readings) {
		for (Reading reading : readings) {
			reading.awaited = this.work.nothing(1);
			reading.plain = 1;
		}
	}

	static long awaitedReads(Reading[] readings) {
		long sum = 0;
		for (Reading reading : readings) {
			sum += reading.awaited;
		}
		return sum;
	}

	static long plainReads(Reading[] readings) {
		long sum = 0;
		for (Reading reading : readings) {
			sum += reading.plain;
		}
		return sum;
	}

	/**
	 * A bean with an advice that does nothing.
	 */
	public static class Plain {

		public long nothing(long seed) {
			return seed;
		}

	}

	static final class Reading {

		private long awaited;

		private long plain;

	}

}
