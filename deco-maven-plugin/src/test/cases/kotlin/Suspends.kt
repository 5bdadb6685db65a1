package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

open class Suspends : Case() {

	private val service = service(Service())

	private val log = ArrayList<Any?>()

	@Synchronized
	override fun run(): Any? {
		val before = service.number(1) // forks
		start { // waits all
			val first = service.number(2)
			val second = service.later(3)
			log += first + second
			log += service.number(4)
		}
		log += before
		start { log += total(5) }
		service.resumeAll()
		return log
	}

	private fun start(block: suspend () -> Unit) =
		block.startCoroutine(Continuation(EmptyCoroutineContext) { effect("done $it") })

	@Synchronized
	open suspend fun total(i: Int): Int {
		val a = service.number(i)
		val b = service.later(i + 1)
		val c = service.atOnce(i + 2)
		effect("after $a")
		return a * b + c
	}

	open class Service {

		private val suspended = ArrayList<() -> Unit>()

		@Concurrent
		open fun number(i: Int): Int = 10 * i

		@Concurrent
		open suspend fun later(i: Int): Int = suspendCoroutine { suspended += { it.resume(i) } }

		@Concurrent
		open suspend fun atOnce(i: Int): Int = i

		fun resumeAll() {
			while (suspended.isNotEmpty()) {
				suspended.removeAt(0)()
			}
		}

	}

}
