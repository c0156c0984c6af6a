package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What comes of signatures, row by row. */
class DkimTableTest {
    static List<Row> rows() {
        return Stream
                .of(SignatureRows.ALGORITHMS, SignatureRows.GRAMMAR, SignatureRows.NAMES, SignatureRows.TIMES,
                        SignatureRows.IDENTITIES,
                        KeyRows.RECORDS, KeyRows.RESTRICTIONS, KeyRows.ANSWERS, CoverRows.canonicalizations(),
                        CoverRows.BODIES,
                        CoverRows.TAMPERED, CoverRows.LIMITS)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowComesToWhatItSays(Row row) throws IOException, InterruptedException {
        SignatureResult result = row.change().apply(new Scene()).results().signatures().getFirst();
        assertThat(result.word()).as(result.reason()).isEqualTo(row.word());
        assertThat(result.reason()).contains(row.reason());
    }

    @Test
    void theTableIsLongAndEachRowHasItsName() {
        assertThat(rows()).hasSizeGreaterThan(80);
        assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates();
    }
}
