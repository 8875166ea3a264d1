//! How much of a hostile file is looked at before it is refused.

/// Limits on one source. Every loop over input is bounded by one of them.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the file as it is on disk.
    pub bytes_max: usize,
    /// Lines of text, or paragraphs.
    pub lines_max: usize,
    /// Documents in one source.
    pub documents_max: usize,
    /// Indicators of all documents together.
    pub indicators_max: usize,
    /// Cells of all tables together.
    pub cells_max: usize,
    /// Depth of nested markup.
    pub depth_max: usize,
    /// Bytes of all parts of a packed file (Word, Excel, OFD), or of what draws the pages of a
    /// PDF, together once unpacked.
    pub unpacked_max: usize,
    /// Pages of a paged file (PDF, OFD).
    pub pages_max: usize,
    /// Characters, lines and other things drawn on all pages of a paged file together, those
    /// counted again that are drawn again.
    pub drawn_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes_max: 256 << 20,
            documents_max: 200_000,
            indicators_max: 2_000_000,
            lines_max: 8_000_000,
            cells_max: 4_000_000,
            depth_max: 512,
            unpacked_max: 1 << 30,
            pages_max: 20_000,
            drawn_max: 20_000_000,
        }
    }
}
