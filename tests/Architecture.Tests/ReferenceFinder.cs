using System.Reflection;

namespace Architecture.Tests;

/// <summary>Finds which types a type uses: in its declaration, its members' signatures and the code of its methods.</summary>
internal static class ReferenceFinder
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static IEnumerable<Reference> In(Assembly assembly) =>
        assembly
            .GetTypes()
            .SelectMany(type =>
                Used(type).SelectMany(Parts).Distinct().Select(to => new Reference(Outermost(type), Outermost(to)))
            )
            .Distinct();

    private static IEnumerable<Type?> Used(Type type) =>
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetMethods(Declared).SelectMany(Used),
            .. type.GetConstructors(Declared).SelectMany(Used),
        ];

    private static IEnumerable<Type?> Used(MethodBase method) =>
        [
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. MethodTokens.Of(method).SelectMany(Used),
        ];

    private static IEnumerable<Type?> Used(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo { IsGenericMethod: true } method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.GetGenericArguments(),
            ],
            MethodInfo method => [method.DeclaringType, method.ReturnType],
            _ => [member.DeclaringType],
        };

    /// <summary>A constructed type is its definition and its arguments; an array is its element.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }

        if (type.HasElementType)
        {
            return Parts(type.GetElementType());
        }

        return type.IsConstructedGenericType
            ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
            : [type];
    }

    /// <summary>State machines, closures and nested types count as the type they are written in.</summary>
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
