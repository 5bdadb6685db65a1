package io.deco.analysis.effects;

import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassInitialisation}.
 */
class ClassInitialisationTests {

	@TempDir
	Path folder;

	@Test
	void seesWhatInitialisersDo() {
		try (ClassIndex index = Sources.index(this.folder,
				"""
						package a; import java.util.*;
						class From { static int n; static int next() { return n++; } static int read() { return n; } static int zero() { return 0; } }
						class None { } class Constants { static final int A = 1; static final String B = "b" + A; static final Object C = new Object(); }
						class Table { static final int[] T = new int[3]; static { for (int i = 0; i < T.length; i++) T[i] = i * i; } }
						class Evaluated { static final java.math.BigDecimal N = new java.math.BigDecimal("1.5"); static final int I = Integer.parseInt("3"); }
						class Fails { static final int N = Integer.parseInt("x"); } class Divides { static final int N = 1 / From.zero(); }
						class Misses { static final int[] T = new int[2]; static { T[2] = 1; } } class Casts { static final Object O = "a"; static final Integer I = (Integer) O; }
						class Names { static final Map<String, Integer> M = new HashMap<>(); static { M.put("a", 1); } static int n = 3; }
						enum Color { RED, GREEN { int c() { return 2; } }; int c() { return 1; } static final Color[] ALL = values(); }
						enum Loud { A; Loud() { System.out.println("A"); } }
						class Counts { static final int N = From.next(); } class Reads { static final int N = From.n; }
						class Writes { static { From.n = 1; } } class Alias { static final int[] T = Shared.T; static { T[0] = 2; } }
						class Shared { static final int[] T = { 1 }; }
						class Sub extends Counts { } interface Constant { int N = From.next(); } class Impl implements Constant { }
						interface WithDefault { int N = From.next(); default void d() { } } class ImplDefault implements WithDefault { }
						class Ping { static final int P = Pong.Q; static int p() { return 1; } } class Pong { static final int Q = Ping.p(); }
						class Asserts { static void f(int i) { assert i > 0; } }
						class Native { static { System.loadLibrary("x"); } }""")) {
			Effects effects = new Effects(index);
			assertThat(
					List.of("None", "Constants", "Names", "Evaluated", "Color", "Shared", "Impl", "Asserts", "Color$1"))
				.allSatisfy((name) -> assertThat(effects.ofInitialisation("a/" + name, "a/From"))
					.satisfies((effect) -> assertThat(effect.kind()).as(effect.reason()).isEqualTo(Kind.SHALLOW)));
			assertThat(List.of("Loud", "Counts", "Reads", "Writes", "Alias", "Sub", "Constant", "ImplDefault",
					"WithDefault", "Native", "Table", "Fails", "Divides", "Misses", "Casts", "Ping", "Pong"))
				.allSatisfy((name) -> assertThat(effects.ofInitialisation("a/" + name, "a/From").kind()).as(name)
					.isEqualTo(Kind.OBSERVABLE));
			assertThat(effects.ofInitialisation("a/Counts", "a/Counts").kind()).isEqualTo(Kind.SHALLOW);
			assertThat(effects.ofInitialisation("a/Counts", "a/Sub").kind()).isEqualTo(Kind.SHALLOW);
			assertThat(effects.ofInitialisation("a/Sub", "a/Counts").kind()).isEqualTo(Kind.SHALLOW);
			assertThat(effects.ofInitialisation("java/util/HashMap", "a/From").kind()).isEqualTo(Kind.SHALLOW);
		}
	}

}
