namespace ClickUpMcp.Tools.Binding;

/// <summary>Reads a file out of its base64, or of a <c>data:</c> address with it.</summary>
internal static class FileContent
{
    private const string DataScheme = "data:";
    private const int Mebibyte = 1024 * 1024;

    /// <summary>The bytes; null when <paramref name="problem"/> says why there are none.</summary>
    public static byte[]? Read(string text, int maximumBytes, out string? problem)
    {
        ReadOnlySpan<char> data = text;
        if (data.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase))
        {
            data = data[(data.IndexOf(',') + 1)..];
        }

        byte[] buffer = new byte[(data.Length / 4 * 3) + 3];
        bool isBase64 = Convert.TryFromBase64Chars(data, buffer, out int length);
        problem =
            !isBase64 ? "must be base64, with the standard alphabet and padding"
            : length == 0 ? "must hold at least one byte"
            : length > maximumBytes ? $"must be at most {Size(maximumBytes)}, has {length} bytes"
            : null;
        return problem is null ? buffer[..length] : null;
    }

    private static string Size(int bytes) => bytes % Mebibyte == 0 ? $"{bytes / Mebibyte} MB" : $"{bytes} bytes";
}
