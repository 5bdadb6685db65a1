package io.deco.autoconfigure;

/**
 * A method that the build was asked to weave.
 *
 * @param type the name of the class that declares it
 * @param method the name of the method
 * @param classWoven whether the build has woven the class
 * @param woven whether the method is woven too
 */
record SynchronizedMethod(String type, String method, boolean classWoven, boolean woven) {

}
