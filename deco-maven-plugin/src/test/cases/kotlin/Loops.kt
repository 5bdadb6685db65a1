package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case
import io.deco.oracle.api.Inputs

@Inputs(3)
open class Loops : Case() {

	private val service = service(Service())

	@Synchronized
	override fun run(): Any? {
		val list = mutableListOf<Int>()
		for (i in 0 until 4) {
			list += service.number(20 + i) // forks
		}
		val array = IntArray(3)
		for (i in array.indices) {
			array[i] = service.number(10 + i) // forks
		}
		val map = HashMap<String, Int>()
		for ((index, name) in listOf("a", "b").withIndex()) { // waits all
			map[name] = service.number(index) // forks
		}
		var sum = 0L
		for (i in 6 downTo 0 step 2) {
			sum += service.number(i) // forks
		}
		repeat(2) { sum += service.number(it) } // forks
		if (input == 2) {
			service.number(-1) // forks
			effect("never") // waits all
		}
		return listOf(list, array.toList(), map, sum) // waits all; waits: number
	}

	open class Service {

		@Concurrent
		open fun number(i: Int): Int {
			require(i >= 0) { "negative: $i" }
			if (i >= 20) {
				together(4)
			}
			return i * i
		}

	}

}
