using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>One JSON value with its place; every reader returns null for an absent or wrong value, and records the latter.</summary>
/// <remarks>JSON null is a wrong item of an array everywhere but in <see cref="AsJson"/>.</remarks>
internal readonly struct ArgumentValue
{
    /// <summary>Less than half of this many milliseconds is shown as 0.</summary>
    private const long ShortestShown = 1000;

    private readonly string _path;
    private readonly int _index;

    /// <param name="element">The raw value; null when the argument is absent.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="path">Where the value, or the array that it is an item of, stands.</param>
    /// <param name="index">Its place in the array; -1 when it is no item.</param>
    public ArgumentValue(JsonElement? element, ArgumentErrors errors, string path, int index = -1)
    {
        Element = element;
        Errors = errors;
        _path = path;
        _index = index;
    }

    /// <summary>The raw value; null when the argument is absent.</summary>
    public JsonElement? Element { get; }

    /// <summary>Where errors go.</summary>
    public ArgumentErrors Errors { get; }

    /// <summary>The name under which it was given; null for an item, and for what is absent.</summary>
    public string? Spelling { get; init; }

    /// <summary>Whether it is a text that was sent in the place of a list.</summary>
    private bool IsBare { get; init; }

    /// <summary>Where the value stands, as in <c>tasks[2].name</c>.</summary>
    public string Path => _index < 0 ? _path : $"{_path}[{_index}]";

    /// <summary>A string; lengths are in Unicode code points, as in JSON Schema.</summary>
    /// <returns>The text with lone surrogates replaced by U+FFFD, since UTF-8 cannot carry them.</returns>
    public string? AsString(int minLength = 0, int maxLength = int.MaxValue, StringFormat format = StringFormat.None)
    {
        if (!Is(JsonValueKind.String, "a string", out JsonElement element))
        {
            return null;
        }

        // Counted first: the text of a large body is twice as large, and made only to be refused it costs every caller.
        int length = JsonText.CodePoints(element);
        if (length > maxLength)
        {
            return Fail($"must have at most {maxLength} characters, has {length}");
        }

        string text = JsonText.Read(element);
        if (length < minLength)
        {
            return Fail(
                minLength == 1 ? "must not be empty" : $"must have at least {minLength} characters, has {length}"
            );
        }

        // Where something is asked for, white space is nothing, which no pattern can say for all of Unicode.
        if (minLength > 0 && string.IsNullOrWhiteSpace(text))
        {
            return Fail("must not be blank");
        }

        return StringFormats.Matches(format, text)
            ? JsonText.WellFormed(text)
            : Fail($"must be {StringFormats.Describe(format)}");
    }

    /// <summary>A boolean.</summary>
    public bool? AsBoolean()
    {
        if (Element is { ValueKind: JsonValueKind.False })
        {
            return false;
        }

        return Is(JsonValueKind.True, "a boolean", out JsonElement element) ? element.GetBoolean() : null;
    }

    /// <summary>A whole number; 5.0 counts, as in JSON Schema. Beyond what a double holds exactly it is refused.</summary>
    public long? AsInteger(long minimum = -ArgumentLimits.LargestInteger, long maximum = ArgumentLimits.LargestInteger)
    {
        if (!Is(JsonValueKind.Number, "an integer", out JsonElement element))
        {
            return null;
        }

        double number = JsonEquality.Number(element);
        if (!double.IsInteger(number))
        {
            Fail("must be an integer");
            return null;
        }

        bool isExact = element.TryGetInt64(out long value);
        if (!isExact && Math.Abs(number) <= ArgumentLimits.LargestInteger)
        {
            value = (long)number;
            isExact = true;
        }

        if (isExact && value >= minimum && value <= maximum)
        {
            return value;
        }

        Fail($"must be an integer from {minimum} to {maximum}");
        return null;
    }

    /// <summary>A number.</summary>
    public double? AsNumber(double minimum = double.MinValue, double maximum = double.MaxValue)
    {
        if (!Is(JsonValueKind.Number, "a number", out JsonElement element))
        {
            return null;
        }

        double number = JsonEquality.Number(element);
        if (double.IsFinite(number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Fail(
            (minimum, maximum) switch
            {
                (double.MinValue, double.MaxValue) => "must be a number that fits in 64 bits",
                (double.MinValue, _) => $"must be a number up to {maximum}",
                (_, double.MaxValue) => $"must be a number from {minimum}",
                _ => $"must be a number from {minimum} to {maximum}",
            }
        );
        return null;
    }

    /// <summary>A date in any accepted spelling, its syntax checked here.</summary>
    public DateExpression? AsDate(DateEdge edge, DateDirection direction = DateDirection.Future)
    {
        if (AsString(1, ArgumentLimits.DateLength) is not { } text)
        {
            return null;
        }

        if (DateParser.FindProblem(text) is not { } problem)
        {
            return new DateExpression(text, edge, direction, Path);
        }

        Fail(problem);
        return null;
    }

    /// <summary>The bytes of a file, given as base64.</summary>
    public FileSource? AsFile(int maximumBytes = int.MaxValue)
    {
        // The digits of a number would pass for base64.
        if (Element is { ValueKind: JsonValueKind.Number })
        {
            FailKind("a string");
            return null;
        }

        if (AsString(minLength: 1) is not { } text)
        {
            return null;
        }

        byte[]? content = FileContent.Read(text, maximumBytes, out string? problem);
        if (problem is not null)
        {
            Fail(problem);
        }

        return content is null ? null : new HeldFile(content);
    }

    /// <summary>The Markdown of a comment.</summary>
    public CommentText? AsComment(int minLength = 0, int maxLength = int.MaxValue) =>
        AsString(minLength, maxLength) is { } text ? new CommentText(text) : null;

    /// <summary>A duration such as <c>1h 30m</c>, <c>90m</c>, <c>1.5h</c> or minutes in digits, in milliseconds; digits are in the unit that the argument's name says.</summary>
    public long? AsDuration(long minimum = 0)
    {
        // Also a fraction is a number of something.
        bool isNumber = Element is { ValueKind: JsonValueKind.Number };
        Errors.Conversions += isNumber ? 1 : 0;
        if ((isNumber ? Element!.Value.GetRawText() : AsString(1, ArgumentLimits.DurationLength)) is not { } text)
        {
            return null;
        }

        long? unit = Spelling is null ? null : DurationUnit.SaidBy(Spelling);
        if (!DurationParser.TryParse(text, out long milliseconds, unit))
        {
            Fail(DurationParser.FindProblem(text, unit)!);
            return null;
        }

        if (milliseconds >= minimum)
        {
            return milliseconds;
        }

        Fail(
            minimum < ShortestShown
                ? "is too short: must be longer than 0m"
                : $"is too short: at least {DurationText.Format(minimum)}"
        );
        return null;
    }

    /// <summary>One of a closed set of labels.</summary>
    public string? AsEnum(params ReadOnlySpan<string> labels) => AsEnum(labelOf: null, labels);

    /// <summary>One of a closed set of labels, or what the API has in its place.</summary>
    /// <param name="labelOf">See <see cref="JsonConversion.ToLabel"/>.</param>
    /// <param name="labels">The labels.</param>
    public string? AsEnum(Func<string, string?>? labelOf, params ReadOnlySpan<string> labels)
    {
        if (Element is not { } element)
        {
            return null;
        }

        string? text = element.ValueKind == JsonValueKind.String ? JsonText.Read(element) : null;
        if (text is not null && labels.Contains(text))
        {
            return text;
        }

        if (JsonConversion.ToLabel(element, labels, labelOf) is { } label)
        {
            Errors.Conversions++;
            return label;
        }

        if (text is null && element.ValueKind != JsonValueKind.Number)
        {
            FailKind("a string");
            return null;
        }

        return Fail(Errors.HasRoom ? $"must be one of {string.Join(", ", labels)}{Hint(text, labels)}" : string.Empty);
    }

    /// <summary>A name or id of a thing.</summary>
    public EntityReference? AsEntity(EntityKind kind) =>
        AsString(1, ArgumentLimits.ReferenceLength) is { } text
            ? new EntityReference(kind, text) { MayBeSeveral = IsBare }
            : null;

    /// <summary>A JSON value up to 64 KiB and 16 levels, copied out of the request.</summary>
    public JsonElement? AsJson(JsonContent content = JsonContent.Any)
    {
        if (Element is not { } element)
        {
            return null;
        }

        JsonElement taken = content switch
        {
            JsonContent.Object => element.ValueKind == JsonValueKind.Object
                ? element
                : JsonConversion.To(JsonValueKind.Object, element) ?? element,
            JsonContent.Objects => IsArrayOfObjects(element) ? element : JsonConversion.ToObjects(element) ?? element,
            _ => element,
        };
        if ((JsonLimits.FindProblem(taken) ?? FindContentProblem(taken, content)) is not { } problem)
        {
            return taken.Clone();
        }

        Fail(problem);
        return null;
    }

    private static string Hint(string? text, ReadOnlySpan<string> labels) =>
        text is null ? string.Empty : DidYouMean.Hint(text, labels.ToArray());

    private static bool IsArrayOfObjects(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
        && element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.Object);

    private static string? FindContentProblem(JsonElement element, JsonContent content) =>
        content switch
        {
            JsonContent.Object when element.ValueKind != JsonValueKind.Object =>
                $"must be an object, got {ShownValue.KindOf(element)}",
            JsonContent.Objects when !IsArrayOfObjects(element) =>
                $"must be an array of objects, got {ShownValue.KindOf(element)}",
            _ => null,
        };

    /// <summary>The value with all labels in the place of the text that stands for them, where that is the only item.</summary>
    public ArgumentValue Unfold(string all, params ReadOnlySpan<string> labels) =>
        Element is { } element && JsonConversion.IsOnly(element, all)
            ? new ArgumentValue(JsonConversion.ToArray(labels), Errors, _path, _index)
            : this;

    /// <summary>The list of pairs that an object stands for, as in <c>{"Budget": 5000}</c>; the value as it is when it is no such object.</summary>
    /// <param name="key">The member of an item that has the object's name in it.</param>
    /// <param name="value">The member of an item that has the object's value in it.</param>
    /// <param name="others">Other spellings of the first: what has one of them is an item, and no such object.</param>
    public ArgumentValue FromMap(string key, string value, params ReadOnlySpan<string> others) =>
        Element is { } element && JsonConversion.FromMap(element, key, value, others) is { } items
            ? new ArgumentValue(items, Errors, _path, _index)
            : this;

    /// <summary>An array; <paramref name="read"/> is called for each item and its nulls are left out.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="minItems">The least items.</param>
    /// <param name="maxItems">The most.</param>
    /// <param name="uniqueItems">Whether no item may come twice.</param>
    /// <param name="isSeparable">Whether no item has a comma in it, so that a text with commas is several.</param>
    public IReadOnlyList<T>? AsArray<T>(
        Func<ArgumentValue, T?> read,
        int minItems = 0,
        int maxItems = int.MaxValue,
        bool uniqueItems = false,
        bool isSeparable = false
    )
        where T : class =>
        ReadUnique<T?, T>(ReadItems(minItems, maxItems, uniqueItems, isSeparable), read, uniqueItems);

    /// <summary>An array of values; <paramref name="read"/> is called for each item and its nulls are left out.</summary>
    public IReadOnlyList<T>? AsValueArray<T>(
        Func<ArgumentValue, T?> read,
        int minItems = 0,
        int maxItems = int.MaxValue,
        bool uniqueItems = false
    )
        where T : struct =>
        ReadUnique<T?, T>(ReadItems(minItems, maxItems, uniqueItems, isSeparable: false), read, uniqueItems);

    /// <summary>A nested object; <paramref name="bind"/> returns null when it recorded an error.</summary>
    public T? AsObject<T>(Func<ArgumentReader, T?> bind)
        where T : class =>
        Is(JsonValueKind.Object, "an object", out JsonElement element)
            ? bind(new ArgumentReader(element, Errors, Path))
            : null;

    private T[]? ReadUnique<TRead, T>(ArgumentValue[]? items, Func<ArgumentValue, TRead> read, bool uniqueItems)
    {
        int conversions = Errors.Conversions;
        T[]? values = items?.Select(read).OfType<T>().ToArray();
        // Unequal as they were sent, they may be equal now.
        if (uniqueItems && Errors.Conversions > conversions && BoundItems.HaveRepeated(values!))
        {
            Fail("repeats an item in another form");
        }

        return values;
    }

    private ArgumentValue[]? ReadItems(int minItems, int maxItems, bool uniqueItems, bool isSeparable)
    {
        if (Element is { } given && EmptyWords.IsOne(given, isFreeText: false))
        {
            Fail(EmptyWords.List(minItems));
            return null;
        }

        if (isSeparable && Element is { } text && JsonConversion.ToParts(text) is { } parts)
        {
            return new ArgumentValue(parts, Errors, _path, _index).ReadItems(
                minItems,
                maxItems,
                uniqueItems,
                isSeparable: false
            );
        }

        bool isBare = Element is { ValueKind: JsonValueKind.String };
        if (!Is(JsonValueKind.Array, "an array", out JsonElement element))
        {
            return null;
        }

        int count = element.GetArrayLength();
        if (count < minItems || count > maxItems)
        {
            Fail(
                count < minItems
                    ? $"must have at least {minItems} items, has {count}"
                    : $"must have at most {maxItems} items, has {count}"
            );
            return null;
        }

        HashSet<JsonElement>? seen = uniqueItems ? new(JsonEquality.Instance) : null;
        ArgumentValue[] items = new ArgumentValue[count];
        string path = Path;
        int index = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            items[index] = new ArgumentValue(item, Errors, path, index) { IsBare = isBare && count == 1 };
            if (seen?.Add(item) == false)
            {
                items[index].Fail("repeats an earlier item");
            }

            index++;
        }

        return items;
    }

    private bool Is(JsonValueKind kind, string expected, out JsonElement element)
    {
        element = Element ?? default;
        if (element.ValueKind == kind)
        {
            return true;
        }

        if (Element is not null && JsonConversion.To(kind, element) is { } converted)
        {
            Errors.Conversions++;
            element = converted;
            return true;
        }

        FailKind(expected);
        return false;
    }

    private void FailKind(string expected)
    {
        if (Element is { } element)
        {
            string hint = element.ValueKind == JsonValueKind.Null ? "; leave it out instead" : string.Empty;
            Fail($"must be {expected}, got {ShownValue.KindOf(element)}{hint}");
        }
    }

    private string? Fail(string message)
    {
        // The place of an item is words, too.
        Errors.Add(Errors.HasRoom ? Path : string.Empty, message);
        return null;
    }
}
