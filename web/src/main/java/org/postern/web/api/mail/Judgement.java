package org.postern.web.api.mail;

import org.postern.admin.trust.JudgedMessage;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.receiver.Reason;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;

/**
 * What would become of a message.
 *
 * @param reason why; empty where there is none
 * @param reply what the client would hear; left out where it would be taken
 * @param notes what would be decided elsewhere, or was not asked
 * @param results what methods of authentication have found (RFC 8601)
 */
public record Judgement(Verdict verdict, String reason, double score, List<Symbol> symbols, Optional<String> reply,
        List<Sentence> notes, List<Result> results) {
    /** What one method has found. */
    public record Result(String method, ResultName result, Optional<String> reason) {
        static Result of(MethodResult one) {
            return new Result(one.method(), one.result(), one.reason());
        }
    }

    static Judgement of(JudgedMessage judged) {
        Reason reason = judged.found().reason();
        return new Judgement(judged.found().verdict(), reason.equals(Reason.NONE) ? "" : reason.toString(),
                judged.found().score(), judged.found().symbols(), judged.refusal().map(Reply::toString), judged.notes(),
                judged.found().authentication().stream().map(Result::of).toList());
    }
}
