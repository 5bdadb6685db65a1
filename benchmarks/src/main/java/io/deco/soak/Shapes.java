package io.deco.soak;

/**
 * Serves requests. There are two implementations, both of one source: one is woven.
 */
public interface Shapes {

	/**
	 * Serves a request.
	 * @param kind its kind
	 * @param request its number
	 * @return the result
	 */
	Object serve(Kind kind, long request);

}
