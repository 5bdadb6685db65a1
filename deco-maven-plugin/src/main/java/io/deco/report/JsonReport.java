package io.deco.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;

/**
 * Renders a report for programs, as JSON of a stable form: <pre>
 * {
 *   "version": 1,
 *   "summary": { "methods": 1, "forked": 1, "awaited": 1, "barrier": 0, "sequential": 0, "unwoven": 0 },
 *   "remarks": [ {
 *     "kind": "forked",                  // forked, awaited, barrier, sequential or unwoven
 *     "class": "com.example.Carts",      // binary name
 *     "method": "price",                 // empty for a remark about the class
 *     "file": "Carts.java",              // empty if unknown
 *     "line": 12,                        // 0 if unknown
 *     "subject": "Profiles.find",        // several calls of one line: "Profiles.find #1", in the order of the calls
 *     "reason": "",
 *     "advice": "",                      // empty if there is nothing to gain
 *     "related": [ 15 ]                  // lines: of the waits if forked, else of the calls waited for
 *   } ]
 * }
 * </pre> The summary counts the methods that fork a call, and the remarks of each kind.
 * Later versions may add properties; a change of those above changes the version.
 */
public final class JsonReport {

	private static final int VERSION = 1;

	private final WeaveReport report;

	public JsonReport(WeaveReport report) {
		this.report = report;
	}

	/**
	 * Renders the report.
	 * @return the JSON text
	 */
	public String render() {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
			DefaultIndenter lineFeed = new DefaultIndenter("  ", "\n");
			json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lineFeed));
			json.writeStartObject();
			json.writeNumberField("version", VERSION);
			writeSummary(json);
			json.writeArrayFieldStart("remarks");
			for (Remark remark : this.report.remarks()) {
				writeRemark(json, remark);
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.append('\n').toString();
	}

	private void writeSummary(JsonGenerator json) throws IOException {
		json.writeObjectFieldStart("summary");
		json.writeNumberField("methods", this.report.wovenMethods());
		for (Kind kind : Kind.values()) {
			json.writeNumberField(RemarkText.name(kind), this.report.count(kind));
		}
		json.writeEndObject();
	}

	private static void writeRemark(JsonGenerator json, Remark remark) throws IOException {
		json.writeStartObject();
		json.writeStringField("kind", RemarkText.name(remark));
		json.writeStringField("class", remark.type());
		json.writeStringField("method", remark.method());
		json.writeStringField("file", remark.file());
		json.writeNumberField("line", remark.line());
		json.writeStringField("subject", remark.subject());
		json.writeStringField("reason", remark.reason());
		json.writeStringField("advice", remark.advice());
		json.writeArrayFieldStart("related");
		for (int line : remark.related()) {
			json.writeNumber(line);
		}
		json.writeEndArray();
		json.writeEndObject();
	}

}
