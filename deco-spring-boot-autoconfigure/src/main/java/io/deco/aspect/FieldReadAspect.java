package io.deco.aspect;

import io.deco.runtime.WovenCalls;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.Signature;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Lets every read of an {@link io.deco.runtime.Awaited @Awaited} field wait for the
 * writes of the field that are pending. Woven into classes by the build, not by Spring.
 */
@Aspect
public final class FieldReadAspect {

	private static final FieldReadAspect INSTANCE = new FieldReadAspect();

	private FieldReadAspect() {
	}

	/**
	 * Returns the one instance. Woven code calls this, as it would if AspectJ's compiler
	 * had compiled this class.
	 * @return the aspect
	 */
	public static FieldReadAspect aspectOf() {
		return INSTANCE;
	}

	/**
	 * Whether there is an instance.
	 * @return {@code true}
	 */
	public static boolean hasAspect() {
		return true;
	}

	/**
	 * Whether a read may have to wait. Woven code asks before it calls the advice, since
	 * the JIT puts this method into its callers, and an advice that has waited often is
	 * too big for that.
	 * @return {@code false} if no read has to wait
	 */
	@Pointcut("if()")
	public static boolean areWritesPending() {
		return WovenCalls.areWritesPending();
	}

	/**
	 * Waits before a read of an instance field.
	 * @param target the object whose field is read
	 * @param read the place of the read
	 */
	@Before("get(@io.deco.runtime.Awaited !static * *) && target(target) && areWritesPending()")
	public void beforeInstanceRead(Object target, JoinPoint.StaticPart read) {
		Signature field = read.getSignature();
		WovenCalls.beforeRead(target, field.getDeclaringTypeName(), field.getName());
	}

	/**
	 * Waits before a read of a static field.
	 * @param read the place of the read
	 */
	@Before("get(@io.deco.runtime.Awaited static * *) && areWritesPending()")
	public void beforeStaticRead(JoinPoint.StaticPart read) {
		Signature field = read.getSignature();
		WovenCalls.beforeRead(null, field.getDeclaringTypeName(), field.getName());
	}

}
