using System.Text.Json;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Counts the values of JSON before it is parsed: a parsed one takes far more memory than its text.</summary>
internal static class JsonSize
{
    /// <summary>Whether it has more values and names than any call has a use for; what is no JSON is left to the parser.</summary>
    public static bool IsTooLarge(ReadOnlySpan<byte> json)
    {
        // Each but the first needs a comma, colon or bracket of its own.
        if (json.Length <= ArgumentLimits.ValueCount)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ArgumentLimits.Depth });
            int count = 0;
            while (count <= ArgumentLimits.ValueCount && reader.Read())
            {
                count++;
            }

            return count > ArgumentLimits.ValueCount;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
