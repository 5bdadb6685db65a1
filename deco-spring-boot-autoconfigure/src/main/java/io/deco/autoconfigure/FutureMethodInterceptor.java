package io.deco.autoconfigure;

import java.util.concurrent.RejectedExecutionException;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Submits calls of methods that return futures and returns a future at once, for callers
 * that are not woven.
 */
final class FutureMethodInterceptor implements MethodInterceptor {

	private final ObjectProvider<ConcurrentBindings> provider;

	private volatile @Nullable ConcurrentBindings bindings;

	FutureMethodInterceptor(ObjectProvider<ConcurrentBindings> provider) {
		this.provider = provider;
	}

	/**
	 * Finds the bindings once and for all: an application that has ended would make new
	 * ones, and pools with them.
	 */
	ConcurrentBindings bindings() {
		ConcurrentBindings found = this.bindings;
		if (found == null) {
			found = this.provider.getObject();
			this.bindings = found;
		}
		return found;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		PooledMethod method = find(invocation);
		if (method == null) {
			return invocation.proceed();
		}
		String reason = method.inlineReason();
		if (reason != null) {
			method.listener().inlined(reason);
			return invocation.proceed();
		}
		FutureCall call = new FutureCall(invocation, method);
		try {
			method.pool().submit(call);
			return call;
		}
		catch (RejectedExecutionException ex) {
			if (!call.withdraw()) {
				return call;
			}
			method.listener().rejected();
			if (!method.runsRejected()) {
				throw ex;
			}
			method.listener().inlined("rejected");
			return invocation.proceed();
		}
	}

	private @Nullable PooledMethod find(MethodInvocation invocation) {
		Object target = invocation.getThis();
		Class<?> type = (target != null) ? AopUtils.getTargetClass(target) : invocation.getMethod().getDeclaringClass();
		PooledBean bean = bindings().bind(type.getName(), type);
		return (bean != null) ? bean.find(invocation.getMethod()) : null;
	}

}
