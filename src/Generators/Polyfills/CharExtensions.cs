namespace ClickUpMcp;

/// <summary>What linked sources of the runtime use and netstandard2.0 lacks on characters.</summary>
internal static class CharExtensions
{
    extension(char)
    {
        public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

        public static bool IsAsciiHexDigit(char c) =>
            c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

        public static bool IsAsciiLetterOrDigit(char c) =>
            c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }
}
