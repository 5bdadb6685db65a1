package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** More locals than fit into the short form of the instructions. */
public class ManyLocals extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		long l0 = service.same(0);
		long l1 = service.same(1);
		long l2 = service.same(2);
		long l3 = service.same(3);
		long l4 = service.same(4);
		long l5 = service.same(5);
		long l6 = service.same(6);
		long l7 = service.same(7);
		long l8 = service.same(8);
		long l9 = service.same(9);
		long l10 = service.same(10);
		long l11 = service.same(11);
		long l12 = service.same(12);
		long l13 = service.same(13);
		long l14 = service.same(14);
		long l15 = service.same(15);
		long l16 = service.same(16);
		long l17 = service.same(17);
		long l18 = service.same(18);
		long l19 = service.same(19);
		long l20 = service.same(20);
		long l21 = service.same(21);
		long l22 = service.same(22);
		long l23 = service.same(23);
		long l24 = service.same(24);
		long l25 = service.same(25);
		long l26 = service.same(26);
		long l27 = service.same(27);
		long l28 = service.same(28);
		long l29 = service.same(29);
		long l30 = service.same(30);
		long l31 = service.same(31);
		long l32 = service.same(32);
		long l33 = service.same(33);
		long l34 = service.same(34);
		long l35 = service.same(35);
		long l36 = service.same(36);
		long l37 = service.same(37);
		long l38 = service.same(38);
		long l39 = service.same(39);
		long l40 = service.same(40);
		long l41 = service.same(41);
		long l42 = service.same(42);
		long l43 = service.same(43);
		long l44 = service.same(44);
		long l45 = service.same(45);
		long l46 = service.same(46);
		long l47 = service.same(47);
		long l48 = service.same(48);
		long l49 = service.same(49);
		long l50 = service.same(50);
		long l51 = service.same(51);
		long l52 = service.same(52);
		long l53 = service.same(53);
		long l54 = service.same(54);
		long l55 = service.same(55);
		long l56 = service.same(56);
		long l57 = service.same(57);
		long l58 = service.same(58);
		long l59 = service.same(59);
		long l60 = service.same(60);
		long l61 = service.same(61);
		long l62 = service.same(62);
		long l63 = service.same(63);
		long l64 = service.same(64);
		long l65 = service.same(65);
		long l66 = service.same(66);
		long l67 = service.same(67);
		long l68 = service.same(68);
		long l69 = service.same(69);
		long l70 = service.same(70);
		long l71 = service.same(71);
		long l72 = service.same(72);
		long l73 = service.same(73);
		long l74 = service.same(74);
		long l75 = service.same(75);
		long l76 = service.same(76);
		long l77 = service.same(77);
		long l78 = service.same(78);
		long l79 = service.same(79);
		long l80 = service.same(80);
		long l81 = service.same(81);
		long l82 = service.same(82);
		long l83 = service.same(83);
		long l84 = service.same(84);
		long l85 = service.same(85);
		long l86 = service.same(86);
		long l87 = service.same(87);
		long l88 = service.same(88);
		long l89 = service.same(89);
		long l90 = service.same(90);
		long l91 = service.same(91);
		long l92 = service.same(92);
		long l93 = service.same(93);
		long l94 = service.same(94);
		long l95 = service.same(95);
		long l96 = service.same(96);
		long l97 = service.same(97);
		long l98 = service.same(98);
		long l99 = service.same(99);
		long l100 = service.same(100);
		long l101 = service.same(101);
		long l102 = service.same(102);
		long l103 = service.same(103);
		long l104 = service.same(104);
		long l105 = service.same(105);
		long l106 = service.same(106);
		long l107 = service.same(107);
		long l108 = service.same(108);
		long l109 = service.same(109);
		long l110 = service.same(110);
		long l111 = service.same(111);
		long l112 = service.same(112);
		long l113 = service.same(113);
		long l114 = service.same(114);
		long l115 = service.same(115);
		long l116 = service.same(116);
		long l117 = service.same(117);
		long l118 = service.same(118);
		long l119 = service.same(119);
		long l120 = service.same(120);
		long l121 = service.same(121);
		long l122 = service.same(122);
		long l123 = service.same(123);
		long l124 = service.same(124);
		long l125 = service.same(125);
		long l126 = service.same(126);
		long l127 = service.same(127);
		long l128 = service.same(128);
		long l129 = service.same(129);
		long l130 = service.same(130);
		long l131 = service.same(131);
		long l132 = service.same(132);
		long l133 = service.same(133);
		long l134 = service.same(134);
		long l135 = service.same(135);
		long l136 = service.same(136);
		long l137 = service.same(137);
		long l138 = service.same(138);
		long l139 = service.same(139);
		int n = service.small(5);
		n += 1000;
		String s = service.text("z");
		return s + n + (l0 + l3 + l6 + l9 + l12 + l15 + l18 + l21 + l24 + l27 + l30 + l33 + l36 + l39 + l42 + l45 + l48 + l51 + l54 + l57 + l60 + l63 + l66 + l69 + l72 + l75 + l78 + l81 + l84 + l87 + l90 + l93 + l96 + l99 + l102 + l105 + l108 + l111 + l114 + l117 + l120 + l123 + l126 + l129 + l132 + l135 + l138);
	}

	static class Service {

		@Concurrent
		long same(int i) {
			return i;
		}

		@Concurrent
		int small(int i) {
			return i;
		}

		@Concurrent
		String text(String s) {
			return s;
		}

	}

}
