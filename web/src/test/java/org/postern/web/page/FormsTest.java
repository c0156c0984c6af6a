package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormsTest {
    @Test
    void whatNobodyCanTypeIsNotThere() {
        assertThat(Forms.given("a\0b\u001b\u0085c")).isEqualTo("abc");
        assertThat(Forms.given("one\r\ntwo\tthree")).isEqualTo("one\r\ntwo\tthree");
        assertThat(Forms.given(null)).isEmpty();
    }
}
