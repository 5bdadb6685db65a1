package io.deco.runtime;

/** Skeleton. */
public final class TaskScope implements AutoCloseable {

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

}
