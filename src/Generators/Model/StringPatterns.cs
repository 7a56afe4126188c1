namespace ClickUpMcp.Generators.Model;

/// <summary>The <c>pattern</c> of each string format, in ECMAScript's dialect; keyed by the runtime's member names.</summary>
internal static class StringPatterns
{
    public static string? Of(string? format) =>
        format switch
        {
            "Id" => "^[A-Za-z0-9_-]{1,64}$",
            "Digits" => "^[0-9]{1,20}$",
            "Uuid" => "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
            "Email" => @"^[^@\s]+@[^@\s]+\.[^@\s]+$",
            "HttpsUrl" => @"^https://\S+$",
            "Color" => "^#[0-9a-fA-F]{6}$",
            "SingleLine" => @"^[^\u0000-\u001f\u007f]*$",
            _ => null,
        };
}
