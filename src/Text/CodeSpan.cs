namespace ClickUpMcp.Text;

/// <summary>A piece of code in Markdown.</summary>
/// <param name="Length">Its characters; 0 where there is none.</param>
/// <param name="Kept">Those before what nobody sees of it.</param>
/// <param name="Dropped">Those of what nobody sees: all but the first word after the opening fence.</param>
internal readonly record struct CodeSpan(int Length, int Kept, int Dropped);
