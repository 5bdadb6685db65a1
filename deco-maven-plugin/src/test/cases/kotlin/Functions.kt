package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case
import io.deco.oracle.api.Inputs

@Inputs(3)
open class Functions : Case() {

	val service: Service = service(Service())

	lateinit var late: Service

	@Synchronized
	override fun run(): Any? {
		late = service
		val a = service.number(1) // forks
		val b = late.number(2) // forks
		val c = service.number(a + b) // forks
		val kind = when (service.kind(input)) { // forks; waits: kind
			0 -> "none"
			1 -> "one"
			else -> "many"
		}
		return "$a $b $c $kind" // waits: number
	}

	open class Service {

		@Concurrent
		open fun number(i: Int): Int {
			if (i < 3) {
				together(2)
			}
			return i * 3
		}

		@Concurrent
		open fun kind(i: Int): Int = i

	}

}
