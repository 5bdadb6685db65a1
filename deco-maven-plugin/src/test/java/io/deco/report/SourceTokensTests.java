package io.deco.report;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.deco.report.SourceTokens.Kind;
import io.deco.report.SourceTokens.Token;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTokensTests {

	@Test
	void knowsCommentsStringsAndWords() {
		assertThat(SourceTokens.of(List.of("@A int a = \"//\\\"\" + 'b'; // c")).get(0))
			.filteredOn((token) -> token.kind() != Kind.OTHER)
			.containsExactly(new Token(Kind.ANNOTATION, "@A"), new Token(Kind.KEYWORD, "int"),
					new Token(Kind.WORD, "a"), new Token(Kind.STRING, "\"//\\\"\""), new Token(Kind.STRING, "'b'"),
					new Token(Kind.COMMENT, "// c"));
	}

	@Test
	void followsCommentsAndTextBlocksFromLineToLine() {
		List<List<Token>> lines = SourceTokens
			.of(List.of("a /* b", "c \"", "d */ e", "f = \"\"\"", "g // h \\\"\"\"", "\"\"\"; i"));
		assertThat(lines.get(1)).containsExactly(new Token(Kind.COMMENT, "c \""));
		assertThat(lines.get(2)).startsWith(new Token(Kind.COMMENT, "d */")).endsWith(new Token(Kind.WORD, "e"));
		assertThat(lines.get(4)).containsExactly(new Token(Kind.STRING, "g // h \\\"\"\""));
		assertThat(lines.get(5)).endsWith(new Token(Kind.WORD, "i"));
	}

	@Test
	void losesNothing() {
		List<String> source = List.of("int \u2028x = '\\'' + \"unfinished", "\t@interface B { 1.5e3f \u0085 }",
				"/*/ */", "ä_$1 \u0000 '");
		assertThat(SourceTokens.of(source))
			.extracting((line) -> line.stream().map(Token::text).collect(Collectors.joining()))
			.containsExactlyElementsOf(source);
	}

}
