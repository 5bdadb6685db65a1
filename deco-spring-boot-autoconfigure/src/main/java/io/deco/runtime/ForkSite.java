package io.deco.runtime;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A place in a woven method where a concurrent call starts. One instance a place, made
 * when the place is first reached. It remembers the target that it found last, which is
 * mostly the only one.
 */
public final class ForkSite {

	private final int index;

	private final String owner;

	private final String method;

	private final String descriptor;

	private final String caller;

	private final String file;

	private final int line;

	private final long modified;

	private final boolean modifiesParts;

	private final boolean mayBeView;

	private final MethodHandle call;

	private final Supplier<String> name;

	/**
	 * Plain, since it refers to final fields only: a thread that sees it late looks the
	 * target up.
	 */
	private ConcurrentBeans.@Nullable Found found;

	/**
	 * Creates a site.
	 * @param index the position among the sites of its method, in program order
	 * @param owner the static type of the call's target, a binary class name
	 * @param method the name of the called method
	 * @param descriptor the descriptor of the called method
	 * @param caller the woven method, as {@code com.example.Carts.price}
	 * @param file the source file of the caller, empty if unknown
	 * @param line the source line of the call, 0 if unknown
	 * @param modified a bit for each argument, from the lowest for the first: whether the
	 * call may modify it
	 * @param modifiesParts whether the call modifies something that is only reached
	 * through an argument
	 * @param mayBeView whether the result may be a collection of the program, which may
	 * show what another one holds
	 * @param call makes the call: takes the receiver, {@code null} for a static method,
	 * and the array of boxed arguments, returns the boxed result, {@code null} for
	 * {@code void}
	 */
	public ForkSite(int index, String owner, String method, String descriptor, String caller, String file, int line,
			long modified, boolean modifiesParts, boolean mayBeView, MethodHandle call) {
		this.index = index;
		this.owner = owner;
		this.method = method;
		this.descriptor = descriptor;
		this.caller = caller;
		this.file = file;
		this.line = line;
		this.modified = modified;
		this.modifiesParts = modifiesParts;
		this.mayBeView = mayBeView;
		this.call = call;
		this.name = () -> Carrier.describe(this);
	}

	/**
	 * Finds what is known about calls of the method on an object.
	 */
	@Nullable ConcurrentMethod find(Object target) {
		ConcurrentBeans.Found found = this.found;
		ConcurrentMethod method = (found != null) ? found.methodOf(target) : null;
		if (method == null) {
			int version = ConcurrentBeans.version();
			method = ConcurrentBeans.find(target, this.method, this.descriptor);
			this.found = (method != null) ? ConcurrentBeans.Found.of(target, method, version) : null;
		}
		return method;
	}

	int index() {
		return this.index;
	}

	String owner() {
		return this.owner;
	}

	String method() {
		return this.method;
	}

	String descriptor() {
		return this.descriptor;
	}

	String caller() {
		return this.caller;
	}

	String file() {
		return this.file;
	}

	int line() {
		return this.line;
	}

	/**
	 * Returns what describes the call, for messages.
	 */
	Supplier<String> name() {
		return this.name;
	}

	long modified() {
		return this.modified;
	}

	boolean modifiesParts() {
		return this.modifiesParts;
	}

	boolean mayBeView() {
		return this.mayBeView;
	}

	/**
	 * Returns what makes the call. Public for those who stand between woven code and the
	 * runtime.
	 * @return the call
	 */
	public MethodHandle call() {
		return this.call;
	}

}
