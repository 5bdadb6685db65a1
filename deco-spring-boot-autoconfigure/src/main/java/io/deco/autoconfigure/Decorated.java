package io.deco.autoconfigure;

/**
 * A task that carries its context already, and is not decorated again.
 */
interface Decorated extends Runnable {

}
