package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case

open class Defaults : Case() {

	override fun run(): Any? = listOf(total(service(Service())), service(Service()).twice(4), of(service(Service())),
		viaInterface(service(Other())))

	@Synchronized
	open fun viaInterface(numbers: Numbers): Int {
		val a = numbers.find() // sequential
		val b = numbers.find(2) // forks
		return a + b // waits: find
	}

	interface Numbers {

		@Concurrent
		fun find(i: Int = 1): Int

	}

	class Other : Numbers {

		override fun find(i: Int): Int = i

	}

	open class Service {

		@Concurrent
		open fun number(i: Int, j: Int = 1, text: String = "$i"): Int = 10 * i + j + text.length

	}

	companion object Totals {

		@JvmStatic
		@Synchronized
		fun of(service: Service): Int {
			val first = service.number(3, 4, "a") // forks
			val second = service.number(4, 5, "b") // forks
			return first - second // waits: number
		}

	}

}

private fun Defaults.Service.passed(i: Int) = number(i, 2, "") // forks

@Synchronized
fun total(service: Defaults.Service): Int {
	val a = service.number(1) // sequential
	val b = service.number(2, 3) // sequential
	val c = service.number(3, 4, "text") // forks
	val d = service.passed(5)
	return a + b + c + d // waits: number
}

@Synchronized
fun Defaults.Service.twice(i: Int): Int {
	val a = number(i, 1, "a") // forks
	val b = number(i, 2, "b") // forks
	return a * b // waits: number
}
